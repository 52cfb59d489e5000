package dev.foreshock.engine.policy;

/**
 * Fires while {@code need} of the last {@code of} windows were breached ("M out of N datapoints"). Windows follow one another without
 * gap or overlap from the start on. One is breached if at least so many requests failed in it and at least such a share, and
 * enough requests ended in it to judge.
 *
 * <p>A window is over with the first scrape at or after its end; until then nothing changes. So one whose last scrape is lost
 * reaches to the next scrape, and where no scrape came during a whole window, it and the next are one.
 */
public final class WindowsDetector implements Detector {
    private final long windowNanos;
    private final long errors;
    private final double share;
    private final long enough;
    private final int need;
    private final boolean[] breached;
    private int next;
    private int breaches;
    private long endNanos;
    private long goodBefore;
    private long overBefore;

    /**
     * Creates a detector.
     *
     * @param windowNanos how long a window is
     * @param errors how many requests must fail in one for a breach
     * @param share what share of them must fail for a breach
     * @param enough how many requests must end in it for a breach
     * @param need how many windows must be breached
     * @param of of how many last ones
     */
    public WindowsDetector(long windowNanos, long errors, double share, long enough, int need, int of) {
        this.windowNanos = windowNanos;
        this.errors = errors;
        this.share = share;
        this.enough = enough;
        this.need = need;
        breached = new boolean[of];
        endNanos = windowNanos;
    }

    @Override
    public boolean sample(long nowNanos, double value, long good, long over) {
        if (good != LOST && nowNanos >= endNanos) {
            close(good - goodBefore, over - overBefore);
            goodBefore = good;
            overBefore = over;
            endNanos = nowNanos - nowNanos % windowNanos + windowNanos;
        }
        return breaches >= need;
    }

    private void close(long good, long over) {
        long failed = over - good;
        boolean breach = over >= enough && failed >= errors && (double) failed / over >= share;
        breaches += (breach ? 1 : 0) - (breached[next] ? 1 : 0);
        breached[next] = breach;
        next = (next + 1) % breached.length;
    }
}
