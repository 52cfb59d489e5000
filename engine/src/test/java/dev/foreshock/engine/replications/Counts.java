package dev.foreshock.engine.replications;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Counts calls and adds up their times, by component, in one replication after its warm-up. */
final class Counts implements Probe {
    /** Fixed before anything was looked at. */
    static final long SEED = 20_190_613;

    private final long fromNanos;
    private final Map<String, Of> components = new HashMap<>();

    /** What was counted of a component. */
    static final class Of {
        private long arrivals;
        private long good;
        private double goodNanos;
        private long begun;
        private long waited;

        long arrivals() {
            return arrivals;
        }

        long good() {
            return good;
        }

        /** Returns the mean time of the calls answered as wanted, in seconds. */
        double meanSeconds() {
            return goodNanos / good / 1e9;
        }

        /** Returns the share of calls that had to wait for a worker. */
        double waitedShare() {
            return (double) waited / begun;
        }
    }

    private Counts(Duration warm) {
        fromNanos = warm.toNanos();
    }

    /** Runs replications and returns what each reading gave in each of them. */
    static List<Sample> run(
            Scenario scenario, Duration warm, int replications, List<ToDoubleFunction<Counts>> readings) {
        Simulation simulation = Simulation.of(scenario);
        double[][] values = new double[readings.size()][replications];
        IntStream.range(0, replications).parallel().forEach(number -> {
            Counts counts = new Counts(warm);
            simulation.replication(SEED, number, Watcher.NONE, counts);
            for (int i = 0; i < values.length; i++) {
                values[i][number] = readings.get(i).applyAsDouble(counts);
            }
        });
        return java.util.Arrays.stream(values).map(Sample::new).toList();
    }

    Of of(String component) {
        return components.computeIfAbsent(component, name -> new Of());
    }

    @Override
    public void arrived(String component, String request, long key, long nowNanos) {
        if (nowNanos >= fromNanos) {
            of(component).arrivals++;
        }
    }

    @Override
    public void began(String component, long waitedNanos, long nowNanos) {
        if (nowNanos >= fromNanos) {
            of(component).begun++;
            of(component).waited += waitedNanos > 0 ? 1 : 0;
        }
    }

    @Override
    public void answered(String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
        if (nowNanos >= fromNanos && outcome == Outcome.OK) {
            of(component).good++;
            of(component).goodNanos += insideNanos;
        }
    }
}
