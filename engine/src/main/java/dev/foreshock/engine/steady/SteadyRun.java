package dev.foreshock.engine.steady;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.internal.steady.BatchMeans;
import dev.foreshock.engine.internal.steady.Both;
import dev.foreshock.engine.internal.steady.Recorder;
import dev.foreshock.engine.internal.steady.Terminating;
import dev.foreshock.engine.internal.steady.Windows;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One long run without its warm-up. Its measures are {@code response-time.mean} and its quantiles {@code response-time.p50}, {@code p90},
 * {@code p95}, {@code p99} and {@code p999} in seconds and {@code success} as a share, of the requests that end, of all and of each class
 * ({@code success(search)}); {@code goodput} in successes per second, {@code in-flight}, the mean number of requests that users
 * wait for, and {@code utilization(NAME)}, the share of the workers of a component that are busy.
 *
 * @param seed the seed
 * @param lengthNanos how long the run was, with its warm-up, in nanoseconds
 * @param warmUp what of it does not count
 * @param levels what the end of the warm-up is looked for in, over the whole run: {@code in-flight}, the requests in flight, and
 *     {@code in-flight(NAME)}, the calls at each component that has workers; also where the warm-up was given
 * @param measures the measures by name; none where the system did not settle
 * @param events events handled while it was measured, with those of the warm-up
 */
public record SteadyRun(
        long seed,
        long lengthNanos,
        WarmUp warmUp,
        Map<String, SteadyLevel> levels,
        Map<String, SteadyMeasure> measures,
        long events) {
    /** Into how many windows a run is cut to find its warm-up. */
    private static final int WINDOWS = 2000;

    /** Copies the maps. */
    public SteadyRun {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    }

    /**
     * Runs {@code scenario} for as long as its clock says: twice with the same draws if the warm-up has to be found first.
     *
     * @param warmUp how long the warm-up is, or null to have it found
     * @throws IllegalArgumentException if the scenario is invalid or one of a certain course rather than of the long run, if nothing
     *     is left after the warm-up, or if fewer than {@value BatchMeans#SHORTEST} requests are
     * @throws StoppedException if the watcher wanted the run to stop
     */
    public static SteadyRun of(Scenario scenario, long seed, @Nullable Duration warmUp, Watcher watcher) {
        requireSteady(scenario);
        Simulation simulation = Simulation.of(scenario);
        long length = scenario.clock().lengthNanos();
        watcher.planned(warmUp == null ? 2 : 1);
        Recorder levels = Recorder.ofLevels(Windows.of(0, length, WINDOWS));
        if (warmUp == null) {
            simulation.replication(seed, 0, watcher, levels);
            levels.finish(length);
        }
        WarmUp deleted = warmUp == null ? found(levels.levels()) : new WarmUp(warmUp.toNanos(), WarmUp.Method.GIVEN);
        Recorder recorder = Recorder.ofMeasures(Windows.of(deleted.nanos(), length, BatchMeans.SHORTEST));
        Probe probe = warmUp == null ? recorder : new Both(levels, recorder);
        long events = simulation
                .replication(seed, 0, warmUp == null ? second(watcher) : watcher, probe)
                .events();
        recorder.finish(length);
        if (warmUp != null) {
            levels.finish(length);
        }
        return new SteadyRun(seed, length, deleted, levels.levels(), measured(recorder, deleted), events);
    }

    /**
     * Refuses a scenario that has no long run, as {@link #of} does.
     *
     * @throws IllegalArgumentException if it has faults, steps of a runbook or traffic that changes; names them all
     */
    public static void requireSteady(Scenario scenario) {
        Terminating.refuse(scenario);
    }

    private static Map<String, SteadyMeasure> measured(Recorder recorder, WarmUp deleted) {
        if (deleted.method() == WarmUp.Method.NOT_FOUND) {
            return Map.of();
        }
        if (recorder.requests() < BatchMeans.SHORTEST) {
            throw new IllegalArgumentException("a steady run must see at least " + BatchMeans.SHORTEST
                    + " requests end after its warm-up of " + Spans.text(deleted.nanos()) + ", but saw "
                    + recorder.requests() + ": make it longer");
        }
        Map<String, SteadyMeasure> measures = new TreeMap<>();
        recorder.measures().forEach((name, means) -> measures.put(name, SteadyMeasure.of(means)));
        return measures;
    }

    /**
     * Tells whether the system settled and intervals are what they say: all of them or none. They are of one recording, and if it is
     * too short for one measure, the others saw no more of what the system does.
     */
    public boolean isTrusted() {
        return warmUp.method() != WarmUp.Method.NOT_FOUND && untrusted().isEmpty();
    }

    /** Returns the measures that the run is too short for, by name. */
    public List<String> untrusted() {
        return measures.entrySet().stream()
                .filter(measure -> !measure.getValue().isIndependent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how many batches an interval rests on. */
    public int batches() {
        return BatchMeans.BATCHES;
    }

    /** Returns how long a batch is, in nanoseconds; the first begins where the warm-up ends. */
    public long batchNanos() {
        return (lengthNanos - warmUp.nanos()) / BatchMeans.SHORTEST * (BatchMeans.SHORTEST / BatchMeans.BATCHES);
    }

    /**
     * Returns how long a run would have to be for every interval to be trusted, in nanoseconds, as far as this one tells: its own length
     * if they are, twice that if it did not settle.
     */
    public long wantedNanos() {
        int factor =
                measures.values().stream().mapToInt(SteadyMeasure::factor).max().orElse(2);
        return warmUp.nanos() + factor * (lengthNanos - warmUp.nanos());
    }

    /** The longest that any level has; none where one did not settle. */
    private static WarmUp found(Map<String, SteadyLevel> levels) {
        boolean isFound = levels.values().stream().allMatch(SteadyLevel::isSettled);
        long longest = levels.values().stream()
                .mapToLong(SteadyLevel::warmUpNanos)
                .max()
                .orElse(0);
        return new WarmUp(longest, isFound ? WarmUp.Method.MSER5 : WarmUp.Method.NOT_FOUND);
    }

    private static Watcher second(Watcher watcher) {
        return new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {
                watcher.progress(replication + 1, simulatedNanos, ofNanos);
            }

            @Override
            public boolean stopWanted() {
                return watcher.stopWanted();
            }
        };
    }
}
