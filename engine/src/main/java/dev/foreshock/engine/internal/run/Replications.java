package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Ended.By;
import dev.foreshock.engine.Probe;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Stopping;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.internal.judge.Court;
import dev.foreshock.engine.internal.judge.Enough;
import dev.foreshock.engine.internal.judge.Looks;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Runs replications side by side and puts their results together in order of their numbers. */
public final class Replications {
    private static final double MOST_USERS = 1e9;

    private final Scenario scenario;
    private final Map<String, RateTable> traffic;

    /**
     * Prepares replications of {@code scenario}.
     *
     * @throws InvalidScenarioException if its traffic is none, or more than a run can number
     */
    public Replications(Scenario scenario) {
        this.scenario = scenario;
        this.traffic = tables(scenario);
    }

    /** Runs and judges the scenario. */
    public RunSet run(RunOptions options, Watcher watcher) {
        return run(options, watcher, numbers -> runSome(numbers, options, watcher));
    }

    /** Does the same and, where it is stopped, judges the replications that were complete by then, from the first one on. */
    public RunSet runAsFarAsItGoes(RunOptions options, Watcher watcher) {
        return run(
                options,
                watcher,
                numbers -> Crew.runAsFarAsItGoes(
                        numbers,
                        number -> one(options.seed(), number, watcher),
                        options.threads(),
                        options.executor()));
    }

    private RunSet run(RunOptions options, Watcher watcher, Function<List<Integer>, List<RunResult>> some) {
        List<RunResult> runs = new ArrayList<>();
        for (int look = 1; ; look++) {
            boolean isFixed = options.stopping() instanceof Stopping.Fixed;
            int wanted = isFixed ? options.stopping().first() : Looks.size(look);
            double confidence = isFixed ? Ended.USUAL_CONFIDENCE : Looks.confidence(look);
            watcher.planned(wanted);
            runs.addAll(some.apply(numbers(runs.size(), wanted)));
            if (runs.isEmpty()) {
                throw new StoppedException();
            }
            boolean isWhole = runs.size() == wanted;
            By by = !isWhole ? By.INTERRUPTED : isFixed ? By.FIXED : By.DECIDED;
            RunSet judged = Court.judge(scenario, options, runs, exemplar(runs), new Ended(by, look, confidence));
            if (!isWhole || !(options.stopping() instanceof Stopping.Sequential sequential)) {
                return judged;
            }
            By end = Enough.of(judged, sequential, Looks.size(look + 1));
            if (end != null) {
                return judged.ended(new Ended(end, look, confidence));
            }
        }
    }

    private static List<Integer> numbers(int first, int end) {
        return IntStream.range(first, end).boxed().toList();
    }

    /** Runs one replication. */
    public RunResult one(long seed, int number, Watcher watcher) {
        return new Replication(scenario, traffic, seed, number, null).run(watcher);
    }

    /** Runs one replication under the eyes of {@code probe}. */
    public RunResult one(long seed, int number, Watcher watcher, Probe probe) {
        return new Replication(scenario, traffic, seed, number, probe).run(watcher);
    }

    /** Runs one replication as far as it takes to see whether its gates hold. */
    public Settled settle(long seed, int number, Watcher watcher) {
        return new Replication(scenario, traffic, seed, number, null).settle(watcher);
    }

    private List<RunResult> runSome(List<Integer> numbers, RunOptions options, Watcher watcher) {
        return Crew.run(numbers, number -> one(options.seed(), number, watcher), options.threads(), options.executor());
    }

    static Map<String, RateTable> tables(Scenario scenario) {
        Map<String, RateTable> traffic = new TreeMap<>();
        Problems problems = new Problems();
        scenario.users().forEach((name, users) -> {
            if (users.resident() != null) {
                traffic.put(name, new RateTable(Map.of(), scenario.clock()));
            }
        });
        scenario.traffic().forEach((users, curves) -> {
            Problems here = problems.at("traffic").at(users);
            try {
                RateTable table = new RateTable(curves, scenario.clock());
                traffic.put(users, table);
                if (table.total() > MOST_USERS) {
                    here.add(
                            Flaw.RANGE,
                            "users of one class in one run must be at most 1000000000, but "
                                    + Quantity.number(table.total()) + " are expected",
                            "scale the scenario down");
                }
            } catch (IllegalArgumentException e) { // rates that are no rates
                here.add(Flaw.RANGE, String.valueOf(e.getMessage()));
            }
        });
        if (!problems.all().isEmpty()) {
            throw new InvalidScenarioException(problems.all());
        }
        return traffic;
    }

    /** Returns the replication in the middle: by affected users, then by the length of its impacts, then by number. */
    private static int exemplar(List<RunResult> runs) {
        List<RunResult> sorted = runs.stream()
                .sorted(Comparator.<RunResult>comparingDouble(run -> run.users().affectedShare())
                        .thenComparingLong(RunResult::impactTotalNanos)
                        .thenComparingInt(RunResult::replication))
                .toList();
        return sorted.get((sorted.size() - 1) / 2).replication();
    }
}
