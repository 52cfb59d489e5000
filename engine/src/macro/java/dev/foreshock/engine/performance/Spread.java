package dev.foreshock.engine.performance;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What several laps came to.
 *
 * @param least the least
 * @param median the one in the middle; of an even number, the higher of the two
 * @param most the most
 * @param mean the mean
 * @param variance the variance of one lap
 */
record Spread(double least, double median, double most, double mean, double variance) {
    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares =
                Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum();
        return new Spread(
                sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1], mean, squares / (sorted.length - 1));
    }

    /** Writes median, least and most in units of {@code unit}. */
    String text(double unit) {
        return String.format(Locale.ROOT, "%.2f | %.2f to %.2f", median / unit, least / unit, most / unit);
    }
}
