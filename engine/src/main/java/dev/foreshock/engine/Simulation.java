package dev.foreshock.engine;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.internal.run.Replications;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;

/** A scenario, ready to be simulated. Immutable and thread-safe; every run starts from nothing. */
public final class Simulation {
    private final Replications replications;

    private Simulation(Replications replications) {
        this.replications = replications;
    }

    /**
     * Returns a simulation of {@code scenario}.
     *
     * @throws InvalidScenarioException if anything in it is wrong; carries all problems
     */
    public static Simulation of(Scenario scenario) {
        Inspector.requireSound(scenario);
        return new Simulation(new Replications(scenario));
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

    /** Runs all replications and judges them, unwatched. */
    public RunSet run(RunOptions options) {
        return run(options, Watcher.NONE);
    }
}
