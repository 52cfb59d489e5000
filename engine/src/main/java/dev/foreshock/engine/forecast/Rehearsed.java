package dev.foreshock.engine.forecast;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.internal.judge.Court;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rehearsal, beside what was foretold of it.
 *
 * @param forecast what was foretold
 * @param observed the same figures, as they were observed; those that were not are absent
 * @param runs the one run, judged by the gates
 */
public record Rehearsed(Forecast forecast, Map<Figure, Double> observed, RunSet runs) {
    /** Copies the map. */
    public Rehearsed {
        observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
    }

    /**
     * Returns a rehearsal whose gates are judged: one execution alone, as a value.
     *
     * @param scenario what was rehearsed
     * @param scale the factor that it was already scaled by, for the result
     * @param phases what was observed of the phases
     */
    public static Rehearsed of(
            Scenario scenario, double scale, Forecast forecast, Map<Figure, Double> phases, RunResult run) {
        Map<Figure, Double> observed = new LinkedHashMap<>(phases);
        observed.putAll(Figure.ofTargets(Phase.of(scenario), run));
        observed.putAll(Figure.ofIncident(run));
        RunOptions options = new RunOptions(forecast.seed(), 1, 1, Runnable::run, JudgedBy.GATES, scale);
        return new Rehearsed(forecast, observed, Court.judge(scenario, options, List.of(run), 0));
    }

    /** Returns all figures that were foretold or observed, in order. */
    public List<Figure> figures() {
        return Figure.all(Phase.of(runs.scenario())).stream()
                .filter(figure -> forecast.foretold().containsKey(figure) || observed.containsKey(figure))
                .toList();
    }

    /** Returns where a figure that was foretold or observed lies. */
    public Lies lies(Figure figure) {
        Foretold foretold = forecast.foretold().get(figure);
        Double seen = observed.get(figure);
        if (foretold == null) {
            return Lies.NEVER_SIMULATED;
        } else if (seen == null) {
            return foretold.observedIn() < forecast.replications() ? Lies.SELDOM : Lies.MISSING;
        }
        return foretold.holds(seen) ? Lies.INSIDE : seen < foretold.low() ? Lies.BELOW : Lies.ABOVE;
    }

    /** Where what was observed lies beside what was foretold. */
    public enum Lies {
        /** Within the interval. */
        INSIDE,
        /** Below it. */
        BELOW,
        /** Above it. */
        ABOVE,
        /** It was not observed, as in some of the replications. */
        SELDOM,
        /** It was not observed, though in all replications. */
        MISSING,
        /** It was observed, but in no replication. */
        NEVER_SIMULATED;

        /** Returns the word for it, such as {@code never simulated}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
