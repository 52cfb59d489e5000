package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.CodelSpec;

/**
 * How long a job may have waited when its turn comes: the interval, and only the target while the queue stands. A burst
 * passes; a standing queue is cut (Maurer, "Fail at scale", ACM Queue 13(8), 2015, after CoDel, RFC 8289).
 */
final class AllowedWait {
    private final StandingQueue standing;
    private final long targetNanos;
    private final long intervalNanos;

    AllowedWait(CodelSpec spec) {
        targetNanos = spec.target().toNanos();
        intervalNanos = spec.interval().toNanos();
        standing = new StandingQueue(intervalNanos);
    }

    /** Notes that somebody joined the queue, which has now this {@code size}. */
    void joined(int size, long nowNanos) {
        standing.joined(size, nowNanos);
    }

    /** Tells whether a job that has waited so long is served. */
    boolean allows(long waitedNanos, long nowNanos) {
        return waitedNanos <= (standing.isThere(nowNanos) ? targetNanos : intervalNanos);
    }
}
