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
     * <p>If the watcher wants it to stop, the result is what is known by then.
     *
     * @throws StoppedException if that is nothing
     */
    public static Attribution ask(Scenario scenario, WhyPlan plan, CompareWatcher watcher) {
        return new Inquest(scenario, plan, watcher).hold();
    }
}
