package dev.foreshock.simulated;

/**
 * What a call costs, as a lognormal law that was fitted to calls.
 *
 * @param samples to how many
 * @param mean the mean of the natural logarithms of what they cost in nanoseconds
 * @param variance the variance of those
 */
public record LognormalCost(long samples, double mean, double variance) {
    private static final double STUDENT = 1.96;

    /** Returns what half of the calls do not exceed, in nanoseconds. */
    public double medianNanos() {
        return Math.exp(mean);
    }

    /** Returns the mean of the law, in nanoseconds. A few calls that cost very much more than others change it less than they change a mean of all. */
    public double meanNanos() {
        return Math.exp(mean + variance / 2);
    }

    /** Returns the standard deviation over the mean. */
    public double cv() {
        return Math.sqrt(Math.expm1(variance));
    }

    /** Returns the lower end of the 95 % interval of the mean of the law, in nanoseconds (Cox's method: Zhou and Gao 1997). */
    public double lowNanos() {
        return Math.exp(mean + variance / 2 - halfWidth());
    }

    /** Returns the upper end of that interval. */
    public double highNanos() {
        return Math.exp(mean + variance / 2 + halfWidth());
    }

    private double halfWidth() {
        return STUDENT * Math.sqrt(variance / samples + variance * variance / (2 * (samples - 1)));
    }
}
