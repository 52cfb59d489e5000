package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.internal.judge.Gates;
import dev.foreshock.engine.internal.run.Crew;
import dev.foreshock.engine.limit.Grown;
import dev.foreshock.engine.limit.LimitPlan;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes runs, several at a time where they do not hang on each other, and keeps count. Thread-safe. */
final class Trials {
    private static final String IMPACT = "impact";

    private final LimitPlan plan;
    private final CompareWatcher watcher;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int expected = 1;
    private volatile String doing = "";

    Trials(LimitPlan plan, CompareWatcher watcher) {
        this.plan = plan;
        this.watcher = watcher;
    }

    int done() {
        return done.get();
    }

    /** Says that about {@code runs} altogether are expected, and what they are for, for people. */
    void expect(int runs, String what) {
        expected = runs;
        doing = what;
    }

    /**
     * Runs {@code scenario} with more traffic.
     *
     * @param number which of the seeds
     * @throws InvalidScenarioException if a gate could not be observed
     * @throws StoppedException if the watcher wanted to stop
     */
    Trial run(Scenario scenario, double factor, int number) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
        Scenario grown = Grown.by(factor, plan.grow(), scenario);
        RunResult run = Simulation.of(grown).replication(plan.seed(), number, Crew.stopper(watcher));
        List<String> fails = new ArrayList<>();
        Gates.of(grown, run).forEach((name, gate) -> {
            if (Double.isNaN(gate.value())) {
                throw unobserved(name, factor);
            } else if (!gate.holds()) {
                fails.add(name);
            }
        });
        if (grown.gates().isEmpty() && !run.impacts().isEmpty()) {
            fails.add(IMPACT);
        }
        watcher.progress(Math.min(0.99, (double) done.incrementAndGet() / expected), doing);
        return new Trial(factor, fails, Evidence.of(run));
    }

    /** Does {@code jobs}, as many at a time as there are threads, and returns their results in order. */
    <T> List<T> together(List<Supplier<T>> jobs) {
        return Crew.run(jobs, Supplier::get, plan.threads(), plan.executor());
    }

    private static InvalidScenarioException unobserved(String gate, double factor) {
        return new InvalidScenarioException(List.of(new Problem(
                Flaw.UNJUDGEABLE,
                "gates." + gate,
                "a gate must be observable at every traffic that is tried, but was not at " + Quantity.number(factor)
                        + " times the traffic",
                "nothing it speaks of happened; gate something that always does")));
    }
}
