package dev.foreshock.engine.policy;

/**
 * Fires while the error budget burns faster than a factor in a long and in a short window: the share that failed is above {@code
 * burn (1 - SLO)} in both (Site Reliability Workbook, chapter 5). The long window keeps short troubles from firing it, the short one
 * ends it soon after the trouble. Lost scrapes are left out of both windows.
 */
public final class BurnRateDetector implements Detector {
    private final SlidingWindow longer;
    private final SlidingWindow shorter;
    private final double above;

    /** Creates a detector of more than the share {@code above} in both windows. */
    public BurnRateDetector(long longNanos, long shortNanos, double above) {
        longer = new SlidingWindow(longNanos);
        shorter = new SlidingWindow(shortNanos);
        this.above = above;
    }

    @Override
    public boolean sample(long nowNanos, double value, long good, long over) {
        if (good != LOST) {
            longer.add(nowNanos, good, over);
            shorter.add(nowNanos, good, over);
        }
        // Both are asked, so that both forget what is too old.
        boolean burnsLong = longer.failed(nowNanos) > above;
        boolean burnsShort = shorter.failed(nowNanos) > above;
        return burnsLong && burnsShort;
    }
}
