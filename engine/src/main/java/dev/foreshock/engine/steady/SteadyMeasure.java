package dev.foreshock.engine.steady;

import dev.foreshock.engine.internal.steady.BatchMeans;
import dev.foreshock.engine.result.Estimate;

/**
 * One measure in the long run.
 *
 * @param estimate its value and interval of 95 %, Student's over the means of {@code n} batches of equal length
 * @param correlation the correlation of a batch with the next, between -1 and 1
 * @param factor how many times as long what is measured would have to be for its batches not to hang together: 1 if they do
 *     not
 */
public record SteadyMeasure(Estimate estimate, double correlation, int factor) {
    static SteadyMeasure of(BatchMeans means) {
        return new SteadyMeasure(means.mean(), means.correlation(), means.factor());
    }

    /**
     * Tells whether its batches do not hang together, by von Neumann's ratio at 5 %. Whether its interval is to be trusted hangs on
     * the other measures of the run as well: {@link SteadyRun#isTrusted()}.
     */
    public boolean isIndependent() {
        return factor == 1;
    }
}
