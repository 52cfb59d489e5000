package dev.foreshock.engine.result;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * An estimate over replications with its 95 % confidence interval.
 *
 * @param value the estimate
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 * @param n the number of replications it rests on; with one, the interval is the value itself
 */
public record Estimate(double value, double low, double high, int n) {
    private static final double CONFIDENCE = 0.95;

    /**
     * Returns the mean with Student's t interval, {@code mean +- t(n-1) s / sqrt(n)}.
     *
     * @throws IllegalArgumentException if there are no samples
     */
    public static Estimate mean(double... samples) {
        int n = samples.length;
        if (n == 0) {
            throw new IllegalArgumentException("an estimate must rest on at least one sample, but had none");
        }
        double sum = 0;
        for (double sample : samples) {
            sum += sample;
        }
        double mean = sum / n;
        if (n == 1) {
            return new Estimate(mean, mean, mean, 1);
        }
        double squares = 0;
        for (double sample : samples) {
            squares += (sample - mean) * (sample - mean);
        }
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double half = t * StrictMath.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, n);
    }

    /**
     * Returns a share with Wilson's score interval (Wilson 1927).
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public static Estimate share(int successes, int n) {
        return share(
                successes, n, new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2));
    }

    /**
     * Returns a share with Wilson's score interval of another width.
     *
     * @param z how many standard errors wide the interval is to either side: 1.96 for 95 %
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public static Estimate share(int successes, int n, double z) {
        if (n <= 0) {
            throw new IllegalArgumentException("a share must rest on at least one trial, but had " + n);
        }
        double p = (double) successes / n;
        double center = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * StrictMath.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return new Estimate(p, Math.max(0, center - half), Math.min(1, center + half), n);
    }

    /** Returns half the width of the interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
