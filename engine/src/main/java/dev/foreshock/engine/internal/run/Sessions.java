package dev.foreshock.engine.internal.run;

import java.util.Arrays;
import java.util.List;

/** The users who are there, by number of session. A session is used again once its user has left. */
final class Sessions {
    private Session[] sessions = new Session[0];
    private Session[] free = new Session[0];
    private int freeCount;

    /** Returns the session of a user who has just come. */
    Session take() {
        if (freeCount == 0) {
            grow();
        }
        Session session = free[--freeCount];
        session.page = 0;
        session.refreshes = 0;
        session.present = true;
        session.waiting = false;
        session.counted = false;
        session.affectedAt = Session.NEVER;
        session.resident = false;
        return session;
    }

    /** Takes back the session of a user who leaves. */
    void give(Session session) {
        session.present = false;
        free[freeCount++] = session;
    }

    /** Returns the session with this number. */
    Session at(int number) {
        return sessions[number];
    }

    /** Returns the sessions of those who are there. */
    List<Session> present() {
        return Arrays.stream(sessions).filter(session -> session.present).toList();
    }

    private void grow() {
        int old = sessions.length;
        int size = Math.max(256, 2 * old);
        sessions = Arrays.copyOf(sessions, size);
        free = Arrays.copyOf(free, size);
        // The lowest number goes first.
        for (int number = size - 1; number >= old; number--) {
            sessions[number] = new Session(number);
            free[freeCount++] = sessions[number];
        }
    }
}
