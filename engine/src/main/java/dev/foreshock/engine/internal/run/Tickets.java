package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.Outcome;
import java.util.HashMap;
import java.util.Map;

/** The calls of one part that are elsewhere, by ticket. A ticket is used once. */
final class Tickets {
    private final Map<Long, Away> away = new HashMap<>();
    private long last;

    /** A call that is elsewhere. */
    private record Away(Remote at, int call) {}

    /** Returns the ticket of a call that goes away. */
    long take(Remote at, int call) {
        away.put(++last, new Away(at, call));
        return last;
    }

    /** Takes a ticket back, whose answer is ignored from now on. */
    long give(long ticket) {
        away.remove(ticket);
        return ticket;
    }

    /** Brings an answer to whoever waits for it. */
    void answered(long ticket, Outcome outcome) {
        Away call = away.remove(ticket);
        if (call != null) {
            call.at.answered(call.call, outcome);
        }
    }
}
