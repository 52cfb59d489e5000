package dev.foreshock.engine.result;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * An estimate over replications with its confidence interval, of 95 % unless another confidence is asked for.
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
        return mean(CONFIDENCE, samples);
    }

    /**
     * Returns the mean with Student's t interval of another confidence.
     *
     * @throws IllegalArgumentException if there are no samples
     */
    public static Estimate meanAt(double confidence, double... samples) {
        return mean(confidence, samples);
    }

    private static Estimate mean(double confidence, double[] samples) {
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
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + confidence) / 2);
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

    /**
     * Returns a share with the exact interval (Clopper and Pearson 1934), which errs on neither side in more than half of {@code 1
     * - confidence}, whatever the share: the ends are quantiles of {@code Beta(k, n - k + 1)} and {@code Beta(k + 1, n - k)}.
     *
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public static Estimate exactShare(double confidence, int successes, int n) {
        if (n <= 0) {
            throw new IllegalArgumentException("a share must rest on at least one trial, but had " + n);
        }
        double tail = (1 - confidence) / 2;
        double low = successes == 0
                ? 0
                : new BetaDistribution(null, successes, n - successes + 1.0).inverseCumulativeProbability(tail);
        double high = successes == n
                ? 1
                : new BetaDistribution(null, successes + 1.0, n - successes).inverseCumulativeProbability(1 - tail);
        return new Estimate((double) successes / n, low, high, n);
    }

    /**
     * Returns the median with the interval by order statistics, whatever the distribution.
     *
     * @throws IllegalArgumentException if there are no samples
     */
    public static Estimate median(double... samples) {
        return quantile(CONFIDENCE, 0.5, samples);
    }

    /**
     * Returns a quantile with the interval between two of the samples in order. With {@code B ~ Binomial(n, p)}, its lower end is
     * the l-th smallest sample for the largest l with {@code P(B < l) <= (1 - confidence) / 2}, its upper end the u-th for
     * the smallest u with {@code P(B >= u) <= (1 - confidence) / 2}; where there is no such sample the end is infinite. It covers
     * at least as often as it says for every distribution (Thompson 1936, On confidence ranges for the median; David and
     * Nagaraja 2003, Order Statistics, 7.1). Samples may be infinite: what never came.
     *
     * @param p of which quantile, between 0 and 1
     * @throws IllegalArgumentException if there are no samples
     */
    public static Estimate quantile(double confidence, double p, double... samples) {
        int n = samples.length;
        if (n == 0) {
            throw new IllegalArgumentException("an estimate must rest on at least one sample, but had none");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        BinomialDistribution below = new BinomialDistribution(null, n, p);
        double tail = (1 - confidence) / 2;
        int lower = 0;
        while (lower < n && below.cumulativeProbability(lower) <= tail) {
            lower++;
        }
        int upper = n + 1;
        while (upper > 1 && 1 - below.cumulativeProbability(upper - 2) <= tail) {
            upper--;
        }
        double low = lower == 0 ? Double.NEGATIVE_INFINITY : sorted[lower - 1];
        double high = upper > n ? Double.POSITIVE_INFINITY : sorted[upper - 1];
        return new Estimate(middle(sorted, p), low, high, n);
    }

    /** Returns the mean of the two samples next to a quantile that lies between them, and the one it lies on otherwise. */
    private static double middle(double[] sorted, double p) {
        double at = sorted.length * p;
        int lower = (int) Math.ceil(at);
        double below = sorted[Math.max(0, lower - 1)];
        return lower == at && lower < sorted.length ? below / 2 + sorted[lower] / 2 : below;
    }

    /** Returns half the width of the interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
