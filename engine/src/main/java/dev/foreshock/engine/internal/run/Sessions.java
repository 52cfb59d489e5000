package dev.foreshock.engine.internal.run;

import java.util.Arrays;

/** The users who are there, as slots of flat arrays. */
final class Sessions {
    /** When a user became affected who did not. */
    static final long NEVER = -1;

    int[] user = new int[256];
    int[] pages = new int[256];
    int[] page = new int[256];
    int[] refreshes = new int[256];
    int[] choice = new int[256];
    long[] clicked = new long[256];
    long[] sent = new long[256];
    boolean[] present = new boolean[256];
    boolean[] waiting = new boolean[256];
    boolean[] counted = new boolean[256];
    long[] affectedAt = new long[256];
    boolean[] resident = new boolean[256];
    private int[] free = new int[256];
    private int freeCount;
    private int used;

    int take() {
        int session = freeCount > 0 ? free[--freeCount] : used++;
        if (session == user.length) {
            grow();
        }
        page[session] = 0;
        refreshes[session] = 0;
        present[session] = true;
        waiting[session] = false;
        counted[session] = false;
        affectedAt[session] = NEVER;
        resident[session] = false;
        return session;
    }

    void give(int session) {
        present[session] = false;
        free[freeCount++] = session;
    }

    /** Returns one more than the highest slot ever used. */
    int size() {
        return used;
    }

    private void grow() {
        int size = user.length * 2;
        user = Arrays.copyOf(user, size);
        pages = Arrays.copyOf(pages, size);
        page = Arrays.copyOf(page, size);
        refreshes = Arrays.copyOf(refreshes, size);
        choice = Arrays.copyOf(choice, size);
        clicked = Arrays.copyOf(clicked, size);
        sent = Arrays.copyOf(sent, size);
        present = Arrays.copyOf(present, size);
        waiting = Arrays.copyOf(waiting, size);
        counted = Arrays.copyOf(counted, size);
        affectedAt = Arrays.copyOf(affectedAt, size);
        resident = Arrays.copyOf(resident, size);
        free = Arrays.copyOf(free, size);
    }
}
