package dev.foreshock.engine.internal.run;

/** Chooses how long the bins of a run's series are: short ones for a short run, so that there is something to see in them. */
final class BinWidth {
    /** What long runs begin with, and how often a run is looked at. */
    static final long WIDEST_NANOS = 10_000_000_000L;

    private static final long SHORTEST_NANOS = 1_000_000;
    private static final int LEAST_BINS = 60;
    private static final int[] ROUND = {5, 2, 1};

    private BinWidth() {}

    /** Returns the longest time of 1, 2 or 5 times a power of ten, 10 s at most and 1 ms at least, of which a run has 60. */
    static long of(long lengthNanos) {
        for (long power = WIDEST_NANOS; power >= SHORTEST_NANOS; power /= 10) {
            for (int times : ROUND) {
                long width = times * power;
                if (width <= WIDEST_NANOS && width <= lengthNanos / LEAST_BINS) {
                    return width;
                }
            }
        }
        return SHORTEST_NANOS;
    }
}
