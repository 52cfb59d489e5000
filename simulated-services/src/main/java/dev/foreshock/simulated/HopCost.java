package dev.foreshock.simulated;

/**
 * What a call costs beside the time in its component: encoding, sockets, threads, there and back.
 *
 * @param samples how many calls were measured
 * @param meanNanos their mean, in nanoseconds
 * @param squaresNanos the sum of the squares of what each differs from the mean
 */
public record HopCost(long samples, double meanNanos, double squaresNanos) {
    private static final double STUDENT = 1.96;

    /** None. */
    public static final HopCost NONE = new HopCost(0, 0, 0);

    /** Returns this with one more (Welford 1962, Note on a method for calculating corrected sums of squares and products). */
    public HopCost with(double nanos) {
        long n = samples + 1;
        double off = nanos - meanNanos;
        double mean = meanNanos + off / n;
        return new HopCost(n, mean, squaresNanos + off * (nanos - mean));
    }

    /** Returns this and another in one (Chan, Golub and LeVeque 1979, Updating formulae and a pairwise algorithm for computing sample variances). */
    public HopCost and(HopCost other) {
        long n = samples + other.samples;
        if (n == 0) {
            return NONE;
        }
        double apart = other.meanNanos - meanNanos;
        return new HopCost(
                n,
                meanNanos + apart * other.samples / n,
                squaresNanos + other.squaresNanos + apart * apart * samples * other.samples / n);
    }

    /** Returns this without those of {@code earlier}, which are some of it: the inverse of {@link #and}. */
    public HopCost without(HopCost earlier) {
        long n = samples - earlier.samples;
        if (n <= 0) {
            return NONE;
        }
        double mean = (meanNanos * samples - earlier.meanNanos * earlier.samples) / n;
        double apart = mean - earlier.meanNanos;
        double squares = squaresNanos - earlier.squaresNanos - apart * apart * earlier.samples * n / samples;
        return new HopCost(n, mean, Math.max(0, squares));
    }

    /** Returns by how much the mean of this is above that of another, as if of the fewer samples of both; none if one has fewer than two. */
    public HopCost minus(HopCost other) {
        long n = Math.min(samples, other.samples);
        if (n < 2) {
            return NONE;
        }
        double variance = varianceOfMean() + other.varianceOfMean();
        return new HopCost(n, meanNanos - other.meanNanos, variance * n * (n - 1));
    }

    private double varianceOfMean() {
        return squaresNanos / (samples - 1) / samples;
    }

    /** Returns half the width of the 95 % interval of the mean, in nanoseconds; infinite with fewer than two samples. */
    public double halfWidthNanos() {
        return samples < 2 ? Double.POSITIVE_INFINITY : STUDENT * Math.sqrt(varianceOfMean());
    }
}
