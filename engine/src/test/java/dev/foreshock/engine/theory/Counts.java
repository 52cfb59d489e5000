package dev.foreshock.engine.theory;

import java.util.Arrays;

/**
 * Arrivals counted in consecutive windows of equal length.
 *
 * @param numbers the number in each window
 */
record Counts(long[] numbers) {
    double mean() {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(numbers).mapToDouble(n -> (n - mean) * (n - mean)).sum() / (numbers.length - 1);
    }

    /** Returns the index of dispersion: variance over mean, 1 for Poisson arrivals. */
    double fano() {
        return variance() / mean();
    }

    double shareFrom(int least) {
        return (double) Arrays.stream(numbers).filter(n -> n >= least).count() / numbers.length;
    }
}
