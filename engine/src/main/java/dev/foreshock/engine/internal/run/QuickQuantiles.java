package dev.foreshock.engine.internal.run;

/** A coarse histogram of times for charts: four buckets per doubling from 0.1 ms up, so quantiles are within 13 %. */
final class QuickQuantiles {
    static final int BUCKETS = 96;
    private static final long UNIT_NANOS = 100_000;
    private static final int PER_DOUBLING = 4;

    private QuickQuantiles() {}

    static int bucket(long nanos) {
        long units = nanos / UNIT_NANOS;
        if (units < PER_DOUBLING) {
            return (int) Math.max(0, units);
        }
        int doubling = 63 - Long.numberOfLeadingZeros(units);
        int quarter = (int) (units >>> (doubling - 2)) & 3;
        return Math.min(BUCKETS - 1, (doubling - 1) * PER_DOUBLING + quarter);
    }

    /** Returns a quantile in seconds; NaN where there is nothing. */
    static double quantile(long[] buckets, double share) {
        long total = 0;
        for (long count : buckets) {
            total += count;
        }
        if (total == 0) {
            return Double.NaN;
        }
        long rank = (long) StrictMath.ceil(share * total);
        int bucket = 0;
        for (long below = buckets[0]; below < rank; below += buckets[bucket]) {
            bucket++;
        }
        return middle(bucket) * UNIT_NANOS / 1e9;
    }

    private static double middle(int bucket) {
        if (bucket < PER_DOUBLING) {
            return bucket + 0.5;
        }
        int doubling = bucket / PER_DOUBLING + 1;
        double width = 1L << (doubling - 2);
        return (PER_DOUBLING + bucket % PER_DOUBLING + 0.5) * width;
    }
}
