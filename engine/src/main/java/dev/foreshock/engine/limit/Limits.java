package dev.foreshock.engine.limit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much traffic a scenario can take.
 *
 * @param scenario its name
 * @param plan how it was looked for
 * @param byGates whether gates decide what breaking is; an impact does where there are none
 * @param steps the breaking points, each once the limits behind those before are taken away
 * @param unfinished where the search was when the budget was spent or a person stopped it; null if it came to its end
 * @param isStopped whether a person stopped it
 * @param runs how many runs it took
 * @param spentEvents how many events were simulated
 */
public record Limits(
        String scenario,
        LimitPlan plan,
        boolean byGates,
        List<LimitStep> steps,
        @Nullable Unfinished unfinished,
        boolean isStopped,
        int runs,
        long spentEvents) {
    /** Copies the list. */
    public Limits {
        steps = List.copyOf(steps);
    }
}
