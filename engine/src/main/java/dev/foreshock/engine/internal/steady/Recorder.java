package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.steady.SteadyLevel;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Records what a steady run measures, in windows. Its memory does not grow with the run. */
public final class Recorder implements Probe {
    private final Windows windows;
    private final Level inFlight;
    private final boolean isOfLevels;
    private final Answers all;
    private final Map<String, Answers> classes = new TreeMap<>();
    private final Map<String, Station> stations = new TreeMap<>();

    private Recorder(Windows windows, boolean isOfLevels) {
        this.windows = windows;
        this.isOfLevels = isOfLevels;
        inFlight = new Level(windows);
        all = new Answers(windows);
    }

    /** Returns a recorder of measures that has seen nothing. */
    public static Recorder ofMeasures(Windows windows) {
        return new Recorder(windows, false);
    }

    /** Returns a recorder of levels alone that has seen nothing. */
    public static Recorder ofLevels(Windows windows) {
        return new Recorder(windows, true);
    }

    /** What is known of a component that has workers. */
    private record Station(Level workers, Level busy, Level inside) {
        void set(double workers, double busy, double inside, long nowNanos) {
            this.workers.set(workers, nowNanos);
            this.busy.set(busy, nowNanos);
            this.inside.set(inside, nowNanos);
        }
    }

    @Override
    public void sent(String users, String request, long key, long nowNanos) {
        inFlight.add(1, nowNanos);
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        inFlight.add(-1, nowNanos);
        if (isOfLevels) {
            return;
        }
        all.add(outcome, tookNanos, nowNanos);
        if (!request.isEmpty()) {
            classes.computeIfAbsent(request, name -> new Answers(windows)).add(outcome, tookNanos, nowNanos);
        }
    }

    @Override
    public void occupied(String component, long workers, int busy, int waiting, long nowNanos) {
        stations.computeIfAbsent(
                        component, name -> new Station(new Level(windows), new Level(windows), new Level(windows)))
                .set((double) workers, busy, (double) busy + waiting, nowNanos);
    }

    /** Closes the last stretch at the end of the run. */
    public void finish(long endNanos) {
        inFlight.add(0, endNanos);
        stations.values().forEach(station -> station.set(0, 0, 0, endNanos));
    }

    /** Returns how many requests ended in the windows. */
    public long requests() {
        return all.count();
    }

    /** Returns the requests in flight and the calls at each component with workers, by name, with where the warm-up of each ends. */
    public Map<String, SteadyLevel> levels() {
        Map<String, SteadyLevel> levels = new TreeMap<>();
        levels.put("in-flight", level(inFlight));
        stations.forEach((name, station) -> levels.put("in-flight(" + name + ")", level(station.inside)));
        return levels;
    }

    private SteadyLevel level(Level level) {
        double[] windowed = perSecond(level.integral);
        Mser mser = Mser.of(windowed);
        return new SteadyLevel(
                Mser.GROUP * windows.widthNanos(),
                Arrays.stream(Mser.groups(windowed)).boxed().toList(),
                mser.deleted() * windows.widthNanos(),
                mser.isFound());
    }

    /** Returns the measures by name; of a class of requests only if there is one for each window. */
    public Map<String, BatchMeans> measures() {
        Map<String, BatchMeans> measures = new TreeMap<>();
        measures.put("in-flight", BatchMeans.of(perSecond(inFlight.integral)));
        measures.put("goodput", BatchMeans.of(perSecond(all.good())));
        all.measure("", measures);
        classes.forEach((name, requests) -> {
            if (requests.count() >= BatchMeans.SHORTEST) {
                requests.measure("(" + name + ")", measures);
            }
        });
        stations.forEach((name, station) -> {
            if (Arrays.stream(station.workers.integral).sum() > 0) {
                measures.put(
                        "utilization(" + name + ")",
                        BatchMeans.ofRatio(station.busy.integral, station.workers.integral));
            }
        });
        return measures;
    }

    private double[] perSecond(double... sums) {
        return Arrays.stream(sums)
                .map(sum -> sum / (windows.widthNanos() / 1e9))
                .toArray();
    }

    /**
     * Returns {@code R + (a(i) - R b(i)) / mean of b} with {@code R = sum of a / sum of b}, whose mean is R and whose variance is that of R
     * by the delta method: windows with few requests count for little, and one without any for nothing (Crane and Iglehart 1975).
     */
    static double[] ratio(double[] above, double... below) {
        double sum = Arrays.stream(below).sum();
        double ratio = Arrays.stream(above).sum() / sum;
        double[] parts = new double[above.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = ratio + (above[i] - ratio * below[i]) * parts.length / sum;
        }
        return parts;
    }
}
