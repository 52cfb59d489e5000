package dev.foreshock.engine.steady;

import dev.foreshock.engine.internal.steady.BatchMeans;
import dev.foreshock.engine.result.Estimate;
import java.util.List;

/**
 * One measure in the long run.
 *
 * @param estimate its value and interval of 95 %, Student's over the means of {@code n} batches of equal length
 * @param correlation the correlation of a batch with the next, between -1 and 1
 * @param factor how many times as long what is measured would have to be for its batches not to hang together: 1 if they do
 *     not
 * @param batches what was seen in each of the {@code n} batches, in order and in the base unit of the measure: seconds, shares from 0 to
 *     1, successes per second, requests; not a number for a batch in which nothing could be. Of a quantile, that of each batch, and of a
 *     ratio, that of its sums, so that their mean is not exactly the value
 */
public record SteadyMeasure(Estimate estimate, double correlation, int factor, List<Double> batches) {
    /** Copies the list. */
    public SteadyMeasure {
        batches = List.copyOf(batches);
    }

    static SteadyMeasure of(BatchMeans means) {
        return new SteadyMeasure(means.mean(), means.correlation(), means.factor(), means.seen());
    }

    /**
     * Tells whether its batches do not hang together, by von Neumann's ratio at 5 %. Whether its interval is to be trusted hangs on
     * the other measures of the run as well: {@link SteadyRun#isTrusted()}.
     */
    public boolean isIndependent() {
        return factor == 1;
    }
}
