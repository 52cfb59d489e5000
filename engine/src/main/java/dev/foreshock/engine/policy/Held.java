package dev.foreshock.engine.policy;

/** Follows for how long something has been so at every look. Owned by one thread; handed the time. */
final class Held {
    private static final long NOT_MET = -1;

    private final long forNanos;
    private long metSince = NOT_MET;

    Held(long forNanos) {
        this.forNanos = forNanos;
    }

    /** Takes a look and tells whether it has been so for long enough, this look included. */
    boolean look(long nowNanos, boolean met) {
        if (!met) {
            metSince = NOT_MET;
            return false;
        }
        if (metSince == NOT_MET) {
            metSince = nowNanos;
        }
        return nowNanos - metSince >= forNanos;
    }
}
