package dev.foreshock.engine.compare;

import java.util.Arrays;

/**
 * How a figure spreads over the runs of one contender.
 *
 * @param mean the mean
 * @param low the 10 % quantile
 * @param high the 90 % quantile
 * @param least the least of all
 * @param most the most of all
 * @param chance the standard deviation among runs with equal knobs: chance alone; NaN if no draw was run twice
 * @param n the runs
 */
public record Spread(double mean, double low, double high, double least, double most, double chance, int n) {
    /**
     * Returns the spread of {@code values}, with quantiles between order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static Spread of(double[] values, double chance) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a spread must rest on at least one run, but had none");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return new Spread(
                sum / sorted.length,
                quantile(sorted, 0.1),
                quantile(sorted, 0.9),
                sorted[0],
                sorted[sorted.length - 1],
                chance,
                sorted.length);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
