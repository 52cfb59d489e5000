package dev.foreshock.engine.internal.parts;

/**
 * Tells a standing queue from a burst: a queue stands if it has not been empty for an interval (Nichols and Jacobson,
 * "Controlling queue delay", ACM Queue 10(5), 2012).
 */
final class StandingQueue {
    private final long intervalNanos;
    private long since;

    StandingQueue(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** Notes that somebody joined the queue, which has now this {@code size}. */
    void joined(int size, long nowNanos) {
        if (size == 1) {
            since = nowNanos;
        }
    }

    /** Tells whether the queue stands, given that it is not empty. */
    boolean isThere(long nowNanos) {
        return nowNanos - since >= intervalNanos;
    }
}
