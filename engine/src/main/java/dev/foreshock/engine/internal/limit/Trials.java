package dev.foreshock.engine.internal.limit;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Simulation.Holding;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes runs, several at a time where they do not hang on each other, and keeps account of them. Thread-safe. */
final class Trials {
    private static final String IMPACT = "impact";
    private static final double ALMOST = 0.99;

    private final LimitPlan plan;
    private final CompareWatcher watcher;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong spent = new AtomicLong();
    private volatile int expected = 1;
    private volatile String doing = "";

    Trials(LimitPlan plan, CompareWatcher watcher) {
        this.plan = plan;
        this.watcher = watcher;
    }

    int done() {
        return done.get();
    }

    long spentEvents() {
        return spent.get();
    }

    /** Says that about {@code runs} altogether are expected, and what they are for, for people. */
    void expect(int runs, String what) {
        expected = runs;
        doing = what;
    }

    /**
     * Runs {@code scenario} with more traffic, to its end.
     *
     * @param number which of the seeds
     * @throws InvalidScenarioException if a gate could not be observed
     * @throws StoppedException if the watcher wanted to stop
     */
    Trial run(Scenario scenario, double factor, int number) {
        Scenario grown = grown(scenario, factor);
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
        account(run.events());
        return new Trial(factor, fails, Evidence.of(run));
    }

    /**
     * Runs {@code scenario} with more traffic as far as it takes to see whether everything holds.
     *
     * @param number which of the seeds
     * @throws InvalidScenarioException if a gate could not be observed
     * @throws StoppedException if the watcher wanted to stop
     */
    Holding holds(Scenario scenario, double factor, int number) {
        Scenario grown = grown(scenario, factor);
        Holding holding = Simulation.of(grown).holds(plan.seed(), number, Crew.stopper(watcher));
        holding.unobserved().stream().findFirst().ifPresent(gate -> {
            throw unobserved(gate, factor);
        });
        account(holding.events());
        return holding;
    }

    private Scenario grown(Scenario scenario, double factor) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
        return Grown.by(factor, plan.grow(), scenario);
    }

    /** How far it is: by events, where those to come cost as much as those before, or by the budget if it is spent sooner. */
    private void account(long events) {
        long soFar = spent.addAndGet(events);
        double byRuns = (double) done.incrementAndGet() / expected;
        double byBudget = (double) soFar / plan.budgetEvents();
        watcher.progress(Math.min(ALMOST, Math.max(byRuns, byBudget)), doing);
    }

    /** @throws SpentException if the budget is spent; asked only where it does not hang on which runs end first */
    void requireBudget() {
        if (spent.get() >= plan.budgetEvents()) {
            throw new SpentException();
        }
    }

    /** Returns what each of {@code searches} that go on side by side may spend. */
    Allowance share(int searches) {
        return new Allowance(Math.max(0, plan.budgetEvents() - spent.get()) / Math.max(1, searches));
    }

    /** What one search may spend, so that where it ends does not hang on the others. Used by one thread. */
    final class Allowance {
        private long left;

        private Allowance(long events) {
            left = events;
        }

        /** @throws SpentException if there is nothing left */
        boolean holds(Scenario scenario, double factor, int number) {
            if (left <= 0) {
                throw new SpentException();
            }
            Holding holding = Trials.this.holds(scenario, factor, number);
            left -= holding.events();
            return holding.holds();
        }
    }

    /**
     * Does {@code jobs}, as many at a time as there are threads, and returns their results in order.
     *
     * @throws SpentException if the budget is spent before
     */
    <T> List<T> together(List<Supplier<T>> jobs) {
        requireBudget();
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
