package dev.foreshock.engine.limit;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.internal.limit.Hunt;
import dev.foreshock.engine.model.Scenario;

/**
 * Looks for the traffic at which a scenario breaks, and for the limit that breaks it.
 *
 * <p>In one seed a scenario holds at a factor if all its gates hold, as values; without gates, if there is no impact. All factors
 * are tried with the same users' draws. The factor is doubled or halved until it is between two, and the gap is then halved in the
 * logarithm. Each limit that anything waited for, was turned away by or crashed at is then taken away alone, a tenth above the
 * breaking point (or just above it, if that finds nothing): if everything holds, it is the bottleneck. If several limits do, the
 * traffic grows until one is left.
 */
public final class BreakingPoints {
    private BreakingPoints() {}

    /**
     * Finds breaking points, each once the bottleneck before is taken away.
     *
     * <p>If the watcher wants the search to stop, the result is what is known by then.
     *
     * @throws InvalidScenarioException if there is no such traffic, or if a gate could not be observed
     * @throws StoppedException if that is nothing
     */
    public static Limits find(Scenario scenario, LimitPlan plan, CompareWatcher watcher) {
        return new Hunt(scenario, plan, watcher).run();
    }
}
