package dev.foreshock.engine.cause;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.internal.cause.Inquest;
import dev.foreshock.engine.model.Scenario;

/** Asks what an impact comes from: reruns the scenario minus each cause, on the same users and draws. */
public final class Why {
    private Why() {}

    /**
     * Runs {@code scenario} as it is and, if there is an impact, minus each of its {@link Causes}.
     *
     * @throws StoppedException if the watcher wanted it to stop
     */
    public static Attribution ask(Scenario scenario, WhyPlan plan, CompareWatcher watcher) {
        return new Inquest(scenario, plan, watcher).hold();
    }
}
