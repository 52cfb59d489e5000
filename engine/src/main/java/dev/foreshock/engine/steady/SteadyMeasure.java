package dev.foreshock.engine.steady;

import dev.foreshock.engine.internal.steady.BatchMeans;
import dev.foreshock.engine.result.Estimate;

/**
 * One mean in the long run.
 *
 * @param mean the mean and its interval of 95 %, Student's over the means of {@code n} batches of equal length
 * @param correlation the correlation of a batch with the next, between -1 and 1
 * @param factor how many times as long what is measured would have to be for the interval to be trusted: 1 if it is
 */
public record SteadyMeasure(Estimate mean, double correlation, int factor) {
    static SteadyMeasure of(double... parts) {
        BatchMeans means = BatchMeans.of(parts);
        return new SteadyMeasure(means.mean(), means.correlation(), means.factor());
    }

    /** Tells whether batches do not hang together, by von Neumann's ratio at 5 %, so that the interval is what it says. */
    public boolean isTrusted() {
        return factor == 1;
    }
}
