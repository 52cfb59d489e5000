package dev.foreshock.engine.theory;

import org.HdrHistogram.Histogram;

/** Times that were observed: their mean exactly, their quantiles to half a thousandth. */
final class Times {
    private final Histogram histogram = new Histogram(3);
    private double sumNanos;
    private long count;
    private long zeros;
    private long longestNanos;

    void add(long nanos) {
        sumNanos += nanos;
        longestNanos = Math.max(longestNanos, nanos);
        count++;
        zeros += nanos == 0 ? 1 : 0;
        histogram.recordValue(nanos);
    }

    double sumSeconds() {
        return sumNanos / 1e9;
    }

    double longestSeconds() {
        return longestNanos / 1e9;
    }

    /** Returns how many were longer than nothing. */
    long positives() {
        return count - zeros;
    }

    long count() {
        return count;
    }

    double meanSeconds() {
        return sumNanos / count / 1e9;
    }

    double quantileSeconds(double share) {
        return histogram.medianEquivalentValue(histogram.getValueAtPercentile(100 * share)) / 1e9;
    }

    /** Returns the share of times that were longer than nothing. */
    double positiveShare() {
        return 1 - (double) zeros / count;
    }

    /** Returns the share of times of at most {@code seconds}. */
    double shareUpTo(double seconds) {
        return (double) histogram.getCountBetweenValues(0, (long) (seconds * 1e9)) / count;
    }
}
