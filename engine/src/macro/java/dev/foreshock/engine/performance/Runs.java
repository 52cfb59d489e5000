package dev.foreshock.engine.performance;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import java.util.Objects;

/** Reads figures from runs of Foreshock. */
final class Runs {
    private Runs() {}

    static Figures figures(Simulation simulation, long seed, int seconds) {
        RunResult run = simulation.replication(seed, 0, Watcher.NONE);
        ResponseTimes times = Objects.requireNonNull(run.responseTimes(), "no request ended");
        return new Figures(
                run.requests().succeeded() + run.requests().failed(),
                times.mean(),
                (double) run.requests().succeeded() / seconds);
    }
}
