package dev.foreshock.engine.limit;

import dev.foreshock.engine.result.Estimate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A breaking point and what is behind it.
 *
 * @param fixed the limits that were taken away before, in order
 * @param outcome what became of the search
 * @param factor the breaking point, as a factor on the traffic: the geometric mean over the seeds. Its ends are those of Student's
 *     t intervals in the logarithm, the lower one of the last factors that held, the upper one of the first that failed; null
 *     unless {@link Outcome#BREAKS}
 * @param perSecond the users per second that come along the grown curves at that point, at their peak; NaN without one
 * @param unbroken in how many seeds nothing broke
 * @param fails what fails just above the breaking point, and in how many seeds: gates by name, or {@code impact}
 * @param holdsAgain factors above a breaking point at which everything held again, or below one at which something failed, in
 *     some seed: the breaking point is then not a clear one
 * @param bottleneck what breaks it; null if no limit of the system does
 */
public record LimitStep(
        List<String> fixed,
        Outcome outcome,
        @Nullable Estimate factor,
        double perSecond,
        int unbroken,
        Map<String, Integer> fails,
        List<Double> holdsAgain,
        @Nullable Bottleneck bottleneck) {
    /** What may become of a search. */
    public enum Outcome {
        /** There is a breaking point. */
        BREAKS,
        /** Everything holds up to {@link LimitPlan#MOST} times the traffic. */
        HOLDS,
        /** Something fails even at {@link LimitPlan#LEAST} times the traffic. */
        FAILS
    }

    /** Copies the collections. */
    public LimitStep {
        fixed = List.copyOf(fixed);
        fails = java.util.Collections.unmodifiableMap(new TreeMap<>(fails));
        holdsAgain = List.copyOf(holdsAgain);
    }
}
