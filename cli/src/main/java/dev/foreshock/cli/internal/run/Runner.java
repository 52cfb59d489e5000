package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Fidelity;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Stopping;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs replications on threads of their own, with progress on the error stream, until they are done or a person stops them.
 *
 * @param here where the command runs
 * @param style how progress is shown
 * @param seed the seed
 * @param stopping when there are replications enough
 * @param threads how many of them at a time
 */
public record Runner(Surroundings here, ProgressLine.Style style, long seed, Stopping stopping, int threads) {
    /** Creates a runner of a number of replications. */
    public Runner(Surroundings here, ProgressLine.Style style, long seed, int replications, int threads) {
        this(here, style, seed, new Stopping.Fixed(replications), threads);
    }

    /** Returns how many replications there are at least. */
    public int replications() {
        return stopping.first();
    }

    /**
     * Runs a simulation.
     *
     * @param judgedBy what decides, or null for the record where there is one
     * @param scale what the scenario was already scaled by
     * @throws StoppedException if a person stopped it
     */
    public RunSet run(Simulation simulation, @Nullable JudgedBy judgedBy, double scale) {
        return run(judgedBy, scale, simulation::run);
    }

    /**
     * Does the same and, where a person stops it, keeps the replications that are complete.
     *
     * @throws StoppedException if none is
     */
    RunSet runAsFarAsItGoes(Simulation simulation, @Nullable JudgedBy judgedBy, double scale) {
        return run(judgedBy, scale, simulation::runAsFarAsItGoes);
    }

    private RunSet run(
            @Nullable JudgedBy judgedBy, double scale, BiFunction<RunOptions, ProgressLine, RunSet> simulation) {
        ProgressLine progress =
                new ProgressLine(here.err(), style, replications(), 0, here.interrupts(), System::nanoTime);
        try {
            return Threads.with(
                    threads,
                    executor -> simulation.apply(
                            new RunOptions(seed, stopping, threads, executor, judgedBy, scale), progress));
        } finally {
            progress.clear();
        }
    }

    /**
     * Runs a simulation of a scaled system, and one replication of the full size to compare it with.
     *
     * @param judgedBy what decides, or null for the record where there is one
     * @param scale what the scenario was already scaled by
     * @param full the scenario in its full size
     * @throws StoppedException if a person stopped it
     */
    RunSet runSampled(Simulation sampled, @Nullable JudgedBy judgedBy, double scale, Scenario full) {
        Simulation fullSize = Simulation.of(full);
        ProgressLine progress =
                new ProgressLine(here.err(), style, replications(), 1, here.interrupts(), System::nanoTime);
        try {
            return Threads.with(threads, executor -> {
                RunOptions options = new RunOptions(seed, stopping, threads, executor, judgedBy, scale);
                RunSet runs = sampled.runAsFarAsItGoes(options, progress);
                return runs.ended().isInterrupted() ? runs : against(fullSize, full, runs, progress);
            });
        } finally {
            progress.clear();
        }
    }

    /** Stopped before the full size is known, the others are kept. */
    private RunSet against(Simulation fullSize, Scenario full, RunSet runs, ProgressLine progress) {
        try {
            RunResult one = fullSize.replication(seed, 0, progress.extra());
            return runs.against(Fidelity.of(runs, full, one));
        } catch (StoppedException e) {
            Ended ended = runs.ended();
            return runs.ended(new Ended(Ended.By.INTERRUPTED, ended.looks(), ended.confidence()));
        }
    }
}
