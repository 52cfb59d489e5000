package dev.foreshock.engine.live;

import dev.foreshock.engine.result.Outcome;

/**
 * A request of a user, as whoever sent it saw it.
 *
 * @param users the class of users
 * @param request the class of requests, empty if it has none
 * @param key names it in its replication, as in the simulator
 * @param sentNanos when it was to be sent, since the start of the run
 * @param tookNanos how long it took, or {@link #PENDING} if it was not over by the end of the run
 * @param outcome how it ended; of one that is not over it says nothing
 */
public record SeenRequest(String users, String request, long key, long sentNanos, long tookNanos, Outcome outcome) {
    /** What a request took that is not over. */
    public static final long PENDING = -1;

    /** Tells whether it was over by the end of the run. */
    public boolean isOver() {
        return tookNanos >= 0;
    }
}
