package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.simulated.LognormalCost;
import java.time.Duration;
import java.util.Locale;

/**
 * The latency of one way of a link: what the scenario says, and half of what a call was measured to cost. Both ways are drawn by themselves, so that
 * each has half of the variance.
 *
 * @param described what the scenario says, in nanoseconds
 * @param cost what a call costs, there and back
 */
record LinkLatency(double described, LognormalCost cost) {
    /** Below it all calls cost the same, as far as the figures of a file go. */
    private static final double LEAST_CV = 0.0005;

    static LinkLatency of(Duration described, LognormalCost cost) {
        return new LinkLatency(described.toNanos(), cost);
    }

    /** Returns it as the value of a latency in a file. */
    String text() {
        double mean = described + cost.meanNanos() / 2;
        double cv = cost.cv() * cost.meanNanos() / Math.sqrt(2) / mean;
        String measured = new MeasuredTime(
                        mean, described + cost.lowNanos() / 2, described + cost.highNanos() / 2, cost.samples())
                .text();
        return cv < LEAST_CV
                ? measured
                : String.format(Locale.ROOT, "{ is: lognormal, mean: %s, cv: %.3f }", measured, cv);
    }
}
