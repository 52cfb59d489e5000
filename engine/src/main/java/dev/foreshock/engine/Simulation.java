package dev.foreshock.engine;

import dev.foreshock.engine.compare.Trial.Observed;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.internal.judge.Gates;
import dev.foreshock.engine.internal.run.Replications;
import dev.foreshock.engine.internal.run.Settled;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.List;
import java.util.Map;

/** A scenario, ready to be simulated. Immutable and thread-safe; every run starts from nothing. */
public final class Simulation {
    private final Scenario scenario;
    private final Replications replications;

    private Simulation(Scenario scenario) {
        this.scenario = scenario;
        replications = new Replications(scenario);
    }

    /**
     * Returns a simulation of {@code scenario}.
     *
     * @throws InvalidScenarioException if anything in it is wrong; carries all problems
     */
    public static Simulation of(Scenario scenario) {
        Inspector.requireSound(scenario);
        return new Simulation(scenario);
    }

    /**
     * Runs all replications and judges them.
     *
     * @throws StoppedException if the watcher wanted the run to stop
     */
    public RunSet run(RunOptions options, Watcher watcher) {
        return replications.run(options, watcher);
    }

    /**
     * Does the same, and where the watcher wants the run to stop keeps the replications that are complete, up to the first that
     * is not: which come to the end sooner is no matter of chance, so none is picked from behind one that did not.
     *
     * @throws StoppedException if the first replication was not complete
     */
    public RunSet runAsFarAsItGoes(RunOptions options, Watcher watcher) {
        return replications.runAsFarAsItGoes(options, watcher);
    }

    /**
     * Runs one replication, alone: what {@link #run} has as replication {@code number} of {@code seed}.
     *
     * @throws StoppedException if the watcher wanted the run to stop
     */
    public RunResult replication(long seed, int number, Watcher watcher) {
        return replications.one(seed, number, watcher);
    }

    /**
     * Runs one replication, alone, and shows it to {@code probe}. The result is that of the replication without a probe.
     *
     * @throws StoppedException if the watcher wanted the run to stop
     */
    public RunResult replication(long seed, int number, Watcher watcher, Probe probe) {
        return replications.one(seed, number, watcher, probe);
    }

    /**
     * Tells whether all gates hold in one replication, as values; without gates, whether there is no impact. Such a run ends as soon
     * as a gate is lost for good, so it says nothing else.
     *
     * @throws StoppedException if the watcher wanted the run to stop
     */
    public Holding holds(long seed, int number, Watcher watcher) {
        Settled settled = replications.settle(seed, number, watcher);
        RunResult run = settled.run();
        if (run == null) {
            return new Holding(false, List.of(), settled.events());
        }
        Map<String, Observed> gates = Gates.of(scenario, run);
        boolean holds = scenario.gates().isEmpty()
                ? run.impacts().isEmpty()
                : gates.values().stream().allMatch(Observed::holds);
        List<String> unobserved = gates.entrySet().stream()
                .filter(gate -> Double.isNaN(gate.getValue().value()))
                .map(Map.Entry::getKey)
                .toList();
        return new Holding(holds, unobserved, settled.events());
    }

    /**
     * Whether gates hold in one replication.
     *
     * @param holds whether they all do
     * @param unobserved the gates that could not be observed, which do not hold either; empty for a run that ended before
     * @param events events handled
     */
    public record Holding(boolean holds, List<String> unobserved, long events) {
        /** Copies the list. */
        public Holding {
            unobserved = List.copyOf(unobserved);
        }
    }

    /** Runs all replications and judges them, unwatched. */
    public RunSet run(RunOptions options) {
        return run(options, Watcher.NONE);
    }
}
