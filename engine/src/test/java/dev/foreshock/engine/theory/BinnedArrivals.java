package dev.foreshock.engine.theory;

import java.util.Arrays;

/** Arrivals counted in bins of equal length, up to a million of them. */
final class BinnedArrivals {
    private static final int MOST_BINS = 1 << 20;

    private final long fromNanos;
    private final long binNanos;
    private int[] bins = new int[64];

    BinnedArrivals(long fromNanos, long binNanos) {
        this.fromNanos = fromNanos;
        this.binNanos = binNanos;
    }

    void add(long nowNanos) {
        long bin = (nowNanos - fromNanos) / binNanos;
        if (bin >= MOST_BINS) {
            return;
        }
        if (bin >= bins.length) {
            bins = Arrays.copyOf(bins, Integer.highestOneBit((int) bin) * 2);
        }
        bins[(int) bin]++;
    }

    /** Returns the numbers in whole windows of so many bins, up to a time. */
    Counts in(int binsEach, long endNanos) {
        long whole = (endNanos - fromNanos) / binNanos;
        if (whole > MOST_BINS) {
            throw new IllegalStateException(
                    "arrivals must be counted over at most " + MOST_BINS + " bins, but were over " + whole);
        }
        long[] numbers = new long[(int) (whole / binsEach)];
        for (int i = 0; i < numbers.length * binsEach && i < bins.length; i++) {
            numbers[i / binsEach] += bins[i];
        }
        return new Counts(numbers);
    }
}
