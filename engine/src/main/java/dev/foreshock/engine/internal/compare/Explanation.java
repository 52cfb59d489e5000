package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Trial.Observed;
import dev.foreshock.engine.compare.Uncertain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which knobs the verdict of one contender hangs on. */
final class Explanation {
    private final Entrant focus;
    private final String gate;
    private final List<String> knobs;
    private final RankRegression regression;

    private Explanation(Entrant focus, String gate, List<String> knobs, RankRegression regression) {
        this.focus = focus;
        this.gate = gate;
        this.knobs = knobs;
        this.regression = regression;
    }

    /** Returns what {@code focus} hangs on, or null if that cannot be told. */
    static @Nullable Explanation of(Entrant focus) {
        String gate = decidingGate(focus);
        List<String> knobs = List.copyOf(focus.columns().keySet());
        List<Trial> trials = focus.trials();
        double[] y = trials.stream().mapToDouble(trial -> valueOf(trial, gate)).toArray();
        double[][] x = knobs.stream()
                .map(knob -> trials.stream()
                        .mapToDouble(trial -> column(focus, knob)[trial.draw()])
                        .toArray())
                .toArray(double[][]::new);
        RankRegression regression = RankRegression.of(x, y);
        return regression == null ? null : new Explanation(focus, gate, knobs, regression);
    }

    private static double[] column(Entrant focus, String knob) {
        return java.util.Objects.requireNonNull(focus.columns().get(knob));
    }

    private static double valueOf(Trial trial, String gate) {
        Observed observed = trial.gates().get(gate);
        return observed == null ? Double.NaN : observed.value();
    }

    /** Returns the gate that fails most often; of several, the one whose measure varies. */
    private static String decidingGate(Entrant focus) {
        Map<String, Long> failures = new TreeMap<>();
        focus.trials()
                .forEach(trial ->
                        trial.gates().forEach((name, gate) -> failures.merge(name, gate.holds() ? 0L : 1L, Long::sum)));
        return failures.keySet().stream()
                .max(Comparator.<String>comparingLong(name -> failures.getOrDefault(name, 0L))
                        .thenComparing(name -> distinct(focus, name))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    private static long distinct(Entrant focus, String gate) {
        return focus.trials().stream()
                .mapToDouble(trial -> valueOf(trial, gate))
                .distinct()
                .count();
    }

    /** Returns searches for the values at which the verdict flips, for the knobs that matter. */
    List<FlipSearch.Search> searches(Field field) {
        List<FlipSearch.Search> searches = new ArrayList<>();
        for (int i : order()) {
            Uncertain knob = field.uncertain(focus.contender()).stream()
                    .filter(known -> known.path().equals(knobs.get(i)))
                    .findFirst()
                    .orElseThrow();
            if (regression.shares().get(i) >= Decider.WORTH_A_SEARCH && searches.size() < Decider.MOST_SEARCHES) {
                searches.add(new FlipSearch.Search(focus.contender(), knob));
            }
        }
        return searches;
    }

    /**
     * Returns the knobs, the most important first.
     *
     * @param searches what was searched for where verdicts flip
     */
    List<Decider> deciders(List<FlipSearch.Search> searches) {
        List<Decider> deciders = new ArrayList<>();
        for (int i : order()) {
            FlipSearch.Search search = FlipSearch.Search.find(searches, focus.contender(), knobs.get(i));
            deciders.add(new Decider(
                    focus.contender().name(),
                    gate,
                    knobs.get(i),
                    regression.shares().get(i),
                    regression.explained(),
                    search != null,
                    search == null ? null : search.flip()));
        }
        return deciders;
    }

    private List<Integer> order() {
        return java.util.stream.IntStream.range(0, knobs.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> -regression.shares().get(i))
                        .thenComparing(knobs::get))
                .toList();
    }
}
