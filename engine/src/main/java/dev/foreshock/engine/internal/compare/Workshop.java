package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Simulation.Holding;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.internal.judge.Gates;
import dev.foreshock.engine.internal.run.Crew;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Makes runs, several at a time, and keeps account of the events. Results do not hang on the order in which runs end. */
final class Workshop {
    private static final double NANOS = 1e9;

    private final Field field;
    private final ComparePlan plan;
    private final CompareWatcher watcher;
    private final Foresight foresight = new Foresight();
    private long spent;

    Workshop(Field field, ComparePlan plan, CompareWatcher watcher) {
        this.field = field;
        this.plan = plan;
        this.watcher = watcher;
    }

    /**
     * What came of some runs.
     *
     * @param trials the runs that ended, in order, up to the first that did not
     * @param isStopped whether the watcher wanted to stop before all had ended
     */
    record Batch(List<Trial> trials, boolean isStopped) {
        Batch {
            trials = List.copyOf(trials);
        }

        /** Returns what there is of the trials from {@code from} to {@code to}. */
        List<Trial> first(int from, int to) {
            return trials.subList(Math.min(from, trials.size()), Math.min(to, trials.size()));
        }
    }

    /** Says that {@code events} altogether are expected. */
    void foresee(long events) {
        foresight.expect(events);
    }

    /** Returns how many events were simulated so far. */
    long spentEvents() {
        return spent;
    }

    /** Makes runs and returns what came of them, in the order of {@code jobs}. */
    Batch run(List<Job> jobs, String doing) {
        AtomicReferenceArray<Trial> ended = new AtomicReferenceArray<>(jobs.size());
        List<Integer> places = IntStream.range(0, jobs.size()).boxed().toList();
        boolean isStopped = false;
        watcher.progress(foresight.share(), doing);
        try {
            Crew.run(
                    places,
                    place -> ended.accumulateAndGet(place, run(jobs.get(place), doing), (was, now) -> now),
                    plan.threads(),
                    plan.executor());
        } catch (StoppedException e) {
            isStopped = true;
        }
        List<Trial> trials = new ArrayList<>();
        for (int place = 0; place < jobs.size() && ended.get(place) != null; place++) {
            trials.add(ended.get(place));
            spent += ended.get(place).events();
        }
        return new Batch(trials, isStopped);
    }

    /**
     * Tells of each of {@code jobs} whether all gates hold, and nothing else, so that runs may end once they do not.
     *
     * @throws StoppedException if the watcher wanted to stop
     */
    List<Boolean> hold(List<Job> jobs, String doing) {
        List<Holding> held = Crew.run(jobs, job -> hold(job, doing), plan.threads(), plan.executor());
        spent += held.stream().mapToLong(Holding::events).sum();
        return held.stream().map(Holding::holds).toList();
    }

    private Holding hold(Job job, String doing) {
        Holding holding = simulation(field.scenario(job.contender(), job.places()))
                .holds(plan.seed(), job.number(), Crew.stopper(watcher));
        foresight.done(holding.events());
        watcher.progress(foresight.share(), doing);
        return holding;
    }

    private Simulation simulation(Scenario scenario) {
        if (watcher.stopWanted()) {
            throw new StoppedException();
        }
        return Simulation.of(scenario);
    }

    private Trial run(Job job, String doing) {
        Trial trial = trial(job);
        foresight.done(trial.events());
        watcher.progress(foresight.share(), doing);
        return trial;
    }

    private Trial trial(Job job) {
        Scenario scenario = field.scenario(job.contender(), job.places());
        RunResult run = simulation(scenario).replication(plan.seed(), job.number(), Crew.stopper(watcher));
        return new Trial(
                job.draw(),
                job.replication(),
                run.impactTotalNanos() / NANOS,
                run.impacts().stream().anyMatch(Interval::open),
                run.users().affectedShare(),
                run.requests().failed(),
                Gates.of(scenario, run),
                Gates.figures(field.figures(), run),
                run.events());
    }
}
