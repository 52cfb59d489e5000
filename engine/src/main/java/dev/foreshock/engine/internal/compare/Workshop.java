package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.internal.judge.Gates;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes runs, several at a time, and keeps account of the events. Results do not hang on the order in which runs end. */
final class Workshop {
    private static final double NANOS = 1e9;

    private final Field field;
    private final ComparePlan plan;
    private final CompareWatcher watcher;
    private final Foresight foresight;
    private long spent;

    Workshop(Field field, ComparePlan plan, CompareWatcher watcher, Foresight foresight) {
        this.field = field;
        this.plan = plan;
        this.watcher = watcher;
        this.foresight = foresight;
    }

    /** Returns how many events were simulated so far. */
    long spentEvents() {
        return spent;
    }

    /**
     * Makes runs and returns what came of them, in the order of {@code jobs}.
     *
     * @throws StoppedException if the watcher wanted to stop
     */
    List<Trial> run(List<Job> jobs, String doing) {
        Trial[] trials = new Trial[jobs.size()];
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int thread = 0; thread < Math.min(plan.threads(), trials.length); thread++) {
            workers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = next.getAndIncrement(); i < trials.length; i = next.getAndIncrement()) {
                            trials[i] = run(jobs.get(i), doing, trials.length, next);
                        }
                    },
                    plan.executor()));
        }
        join(workers);
        for (Trial trial : trials) {
            spent += trial.events();
        }
        return List.of(trials);
    }

    private Trial run(Job job, String doing, int of, AtomicInteger next) {
        boolean done = false;
        try {
            Trial trial = trial(job);
            foresight.done(trial.events());
            watcher.progress(foresight.share(), doing);
            done = true;
            return trial;
        } finally {
            if (!done) {
                next.set(of); // nobody begins another after a failure
            }
        }
    }

    private Trial trial(Job job) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
        Scenario scenario = field.scenario(job.contender(), job.places());
        RunResult run = Simulation.of(scenario).replication(plan.seed(), job.number(), stopper());
        return new Trial(
                job.draw(),
                job.replication(),
                run.impactTotalNanos() / NANOS,
                run.users().affectedShare(),
                run.requests().failed(),
                Gates.of(scenario, run),
                run.events());
    }

    private Watcher stopper() {
        return new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {}

            @Override
            public boolean stopWanted() {
                return watcher.stopWanted();
            }
        };
    }

    private static void join(List<CompletableFuture<Void>> workers) {
        try {
            CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
