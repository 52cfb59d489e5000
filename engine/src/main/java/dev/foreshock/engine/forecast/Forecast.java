package dev.foreshock.engine.forecast;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulator says about one more run before it takes place.
 *
 * <p>An interval is one of prediction, for a single run, not one of confidence, for a mean: between the l-th and the u-th smallest of n
 * replications lies the next run of the same distribution with probability {@code (u - l) / (n + 1)}, whatever the distribution is (David
 * and Nagaraja 2003, Order Statistics, 7.2).
 *
 * @param seed the seed of the replications
 * @param replications how many there were
 * @param foretold what is foretold, by figure, in order
 * @param sameDraws the figures of the replication whose users and parts draw what those of the run draw: what is observed differs from them by
 *     what the model does not have, and not by chance
 */
public record Forecast(long seed, int replications, Map<Figure, Foretold> foretold, Map<Figure, Double> sameDraws) {
    /** How likely the next run is to lie in an interval, at least as far as so many replications can say. */
    public static final double CONFIDENCE = 0.9;

    private static final double ROUNDING = 1e-9;

    /**
     * What is foretold of one figure.
     *
     * @param low the lower end of the interval
     * @param median the median of the replications that had the figure
     * @param high the upper end of the interval
     * @param observedIn in how many replications there was such a figure
     */
    public record Foretold(double low, double median, double high, int observedIn) {
        /** Tells whether a value lies in the interval. */
        public boolean holds(double value) {
            return low <= value && value <= high;
        }

        /**
         * Returns how likely the next run that has the figure is to lie in the interval: {@link Forecast#CONFIDENCE} and a little more, and
         * less where fewer than 19 replications had it.
         */
        public double coverage() {
            return (observedIn + 1.0 - 2 * rank(observedIn)) / (observedIn + 1);
        }

        /** Tells whether it covers as much as is wanted. */
        public boolean isWide() {
            return coverage() >= CONFIDENCE - ROUNDING;
        }
    }

    /** Copies the maps. */
    public Forecast {
        foretold = Collections.unmodifiableMap(new LinkedHashMap<>(foretold));
        sameDraws = Collections.unmodifiableMap(new LinkedHashMap<>(sameDraws));
    }

    /**
     * Runs replications from {@code first} on.
     *
     * @param run the replication whose draws the run has
     * @param first the first replication: {@code run} should be none of them
     * @throws StoppedException if the watcher wanted it
     */
    public static Forecast of(Scenario scenario, long seed, int run, int first, int replications, Watcher watcher) {
        Simulation simulation = Simulation.of(scenario);
        List<Phase> phases = Phase.of(scenario);
        Map<Figure, List<Double>> samples = new LinkedHashMap<>();
        for (int i = 0; i < replications; i++) {
            figures(simulation, phases, seed, first + i, watcher)
                    .forEach((figure, value) -> samples.computeIfAbsent(figure, key -> new ArrayList<>())
                            .add(value));
        }
        Map<Figure, Foretold> foretold = new LinkedHashMap<>();
        for (Figure figure : Figure.all(phases)) {
            List<Double> values = samples.get(figure);
            if (values != null) {
                foretold.put(figure, foretold(values));
            }
        }
        return new Forecast(seed, replications, foretold, figures(simulation, phases, seed, run, watcher));
    }

    private static Map<Figure, Double> figures(
            Simulation simulation, List<Phase> phases, long seed, int replication, Watcher watcher) {
        PhaseBook book = new PhaseBook(phases);
        RunResult run = simulation.replication(seed, replication, watcher, book);
        Map<Figure, Double> figures = new LinkedHashMap<>(book.figures());
        figures.putAll(Figure.ofTargets(phases, run));
        figures.putAll(Figure.ofIncident(run));
        return figures;
    }

    private static Foretold foretold(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        int rank = rank(n);
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Foretold(sorted[rank - 1], median, sorted[n - rank], n);
    }

    /** The l-th smallest and the l-th largest, for the largest l with (n + 1 - 2 l) / (n + 1) at or above what is wanted. */
    private static int rank(int n) {
        return Math.max(1, (int) Math.floor((n + 1) * (1 - CONFIDENCE) / 2 + ROUNDING));
    }
}
