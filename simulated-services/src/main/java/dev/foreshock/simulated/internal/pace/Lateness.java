package dev.foreshock.simulated.internal.pace;

/** Counts by how much things were late, in powers of two of a nanosecond. Not thread-safe. */
public final class Lateness {
    private final long[] counts = new long[Long.SIZE];
    private long all;
    private long most;

    void add(long nanos) {
        counts[Long.SIZE - Long.numberOfLeadingZeros(nanos)]++;
        all++;
        most = Math.max(most, nanos);
    }

    /** Returns how many things were counted. */
    public long count() {
        return all;
    }

    /** Returns the time that a share of all was not late by, up to the next power of two, in nanoseconds; 0 if there were none. */
    public long quantileNanos(double share) {
        long wanted = (long) Math.ceil(share * all);
        long sum = 0;
        for (int power = 0; power < counts.length; power++) {
            sum += counts[power];
            if (sum >= wanted && sum > 0) {
                return Math.min(most, power == 0 ? 0 : 1L << power);
            }
        }
        return most;
    }

    /** Returns the most, in nanoseconds. */
    public long mostNanos() {
        return most;
    }
}
