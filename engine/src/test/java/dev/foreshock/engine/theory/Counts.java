package dev.foreshock.engine.theory;

import java.util.Arrays;

/** Arrivals counted in consecutive windows of equal length. */
final class Counts {
    private final long[] numbers;

    /** Creates counts of the number in each window. */
    Counts(long... numbers) {
        this.numbers = numbers.clone();
    }

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
