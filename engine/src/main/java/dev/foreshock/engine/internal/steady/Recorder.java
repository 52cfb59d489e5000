package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records what a steady run measures, in windows. Its memory does not grow with the run. */
public final class Recorder implements Probe {
    private final Windows windows;
    private final Level inFlight;
    private final double[] ended;
    private final double[] good;
    private final double[] seconds;
    private final Map<String, Station> stations = new TreeMap<>();

    /** Creates a recorder that has seen nothing. */
    public Recorder(Windows windows) {
        this.windows = windows;
        inFlight = new Level(windows);
        ended = windows.zeros();
        good = windows.zeros();
        seconds = windows.zeros();
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
        windows.add(ended, 1, nowNanos);
        windows.add(good, outcome == Outcome.OK ? 1 : 0, nowNanos);
        windows.add(seconds, tookNanos / 1e9, nowNanos);
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
        return (long) Arrays.stream(ended).sum();
    }

    /** Returns the mean number of requests in flight in each window, and of calls in each component with workers. */
    public List<double[]> levels() {
        List<double[]> levels = new ArrayList<>();
        levels.add(perSecond(inFlight.integral));
        stations.values().forEach(station -> levels.add(perSecond(station.inside.integral)));
        return levels;
    }

    /** Returns the measures of each window by name; the mean over the windows is the measure of all of them. */
    public Map<String, double[]> parts() {
        Map<String, double[]> parts = new TreeMap<>();
        parts.put("in-flight", perSecond(inFlight.integral));
        parts.put("goodput", perSecond(good));
        parts.put("response-time.mean", ratio(seconds, ended));
        parts.put("success", ratio(good, ended));
        stations.forEach((name, station) -> {
            if (Arrays.stream(station.workers.integral).sum() > 0) {
                parts.put("utilization(" + name + ")", ratio(station.busy.integral, station.workers.integral));
            }
        });
        return parts;
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
