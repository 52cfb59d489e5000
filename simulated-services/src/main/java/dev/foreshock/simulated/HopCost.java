package dev.foreshock.simulated;

/**
 * What a call costs beside the time in its component: encoding, sockets, threads, there and back. Most cost about the same and a few, at a pause or
 * in a queue for a processor, many times that, so their mean tells little of the usual one.
 *
 * @param nanos of what each cost, in nanoseconds
 * @param logs of the natural logarithms of that
 */
public record HopCost(Moments nanos, Moments logs) {
    private static final double STUDENT = 1.96;

    /** What costs less has no logarithm, or is below what a clock tells. */
    private static final double LEAST_NANOS = 1_000;

    /** None. */
    public static final HopCost NONE = new HopCost(Moments.NONE, Moments.NONE);

    /** Returns this with one more, in nanoseconds. */
    public HopCost with(double cost) {
        return new HopCost(nanos.with(cost), logs.with(Math.log(Math.max(LEAST_NANOS, cost))));
    }

    /** Returns this and another in one. */
    public HopCost and(HopCost other) {
        return new HopCost(nanos.and(other.nanos), logs.and(other.logs));
    }

    /** Returns this without those of {@code earlier}, which are some of it. */
    public HopCost without(HopCost earlier) {
        return new HopCost(nanos.without(earlier.nanos), logs.without(earlier.logs));
    }

    /**
     * Returns by how much the mean of this is above that of another, as if of the fewer samples of both; none if one has fewer than two. A
     * difference has no logarithms.
     */
    public HopCost minus(HopCost other) {
        long n = Math.min(samples(), other.samples());
        if (n < 2) {
            return NONE;
        }
        double variance = varianceOfMean() + other.varianceOfMean();
        return new HopCost(new Moments(n, meanNanos() - other.meanNanos(), variance * n * (n - 1)), Moments.NONE);
    }

    /** Returns how many calls were measured. */
    public long samples() {
        return nanos.samples();
    }

    /** Returns their mean, in nanoseconds. */
    public double meanNanos() {
        return nanos.mean();
    }

    private double varianceOfMean() {
        return nanos.variance() / samples();
    }

    /** Returns half the width of the 95 % interval of the mean, in nanoseconds; infinite with fewer than two samples. */
    public double halfWidthNanos() {
        return samples() < 2 ? Double.POSITIVE_INFINITY : STUDENT * Math.sqrt(varianceOfMean());
    }

    /** Returns the lognormal law that is the likeliest of what each cost; that of one value with fewer than two samples. */
    public LognormalCost law() {
        return new LognormalCost(logs.samples(), logs.mean(), logs.samples() < 2 ? 0 : logs.variance());
    }
}
