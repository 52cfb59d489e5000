package dev.foreshock.engine.policy;

/**
 * How many calls are in flight at each of several targets, as they were when that was last published: at every multiple of a
 * period, or at once. Everybody sees the same numbers (the periodic bulletin board of M. Mitzenmacher, "How useful is old
 * information?", 2000). What happens at the very time of a publication comes after it. Owned by one thread; handed the time.
 */
final class LoadView {
    private final int[] now;
    private final int[] published;
    private final long periodNanos;
    private long dueNanos;

    /** Creates a view of targets without calls. */
    LoadView(int targets, long periodNanos) {
        now = new int[targets];
        published = periodNanos == 0 ? now : new int[targets];
        this.periodNanos = periodNanos;
        dueNanos = periodNanos == 0 ? Long.MAX_VALUE : periodNanos;
    }

    /** Moves on to a time, and tells whether there was a publication since. */
    boolean moveTo(long nowNanos) {
        if (nowNanos < dueNanos) {
            return false;
        }
        System.arraycopy(now, 0, published, 0, now.length);
        dueNanos = (nowNanos / periodNanos + 1) * periodNanos;
        return true;
    }

    /** Sets what is in flight at a target from now on; the view must have moved to that time. */
    void set(int target, int calls) {
        now[target] = calls;
    }

    /** Returns what is seen to be in flight at a target. */
    int of(int target) {
        return published[target];
    }

    /** Tells whether changes are seen at once. */
    boolean isLive() {
        return periodNanos == 0;
    }
}
