package dev.foreshock.engine.limit;

import java.util.List;

/**
 * How much traffic a scenario can take.
 *
 * @param scenario its name
 * @param plan how it was looked for
 * @param byGates whether gates decide what breaking is; an impact does where there are none
 * @param steps the breaking points, each once the limits behind those before are taken away
 * @param runs how many runs it took
 */
public record Limits(String scenario, LimitPlan plan, boolean byGates, List<LimitStep> steps, int runs) {
    /** Copies the list. */
    public Limits {
        steps = List.copyOf(steps);
    }
}
