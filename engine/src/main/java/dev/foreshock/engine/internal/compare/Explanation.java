package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Trial.Observed;
import dev.foreshock.engine.compare.Uncertain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        if (Arrays.stream(y).anyMatch(Double::isNaN)) {
            return null; // what was not observed has no rank
        }
        double[][] x = knobs.stream()
                .map(knob -> trials.stream()
                        .mapToDouble(trial -> column(focus, knob)[trial.draw()])
                        .toArray())
                .toArray(double[][]::new);
        RankRegression regression = RankRegression.of(x, y);
        return regression == null ? null : new Explanation(focus, gate, knobs, regression);
    }

    Contender contender() {
        return focus.contender();
    }

    private static double[] column(Entrant focus, String knob) {
        return Objects.requireNonNull(focus.columns().get(knob));
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
        return worthASearch().stream()
                .map(i -> new FlipSearch.Search(focus.contender(), Course.through(knob(field, i))))
                .toList();
    }

    /**
     * Returns a search for where the verdict flips as the most important knobs go together, from the values that the file gives
     * towards what speaks against the verdict; empty if no more than {@code knobs - 1} of them matter.
     *
     * @param holdsAsWritten whether all gates hold with the values that the file gives
     */
    Optional<FlipSearch.Search> searchTogether(Field field, int knobs, boolean holdsAsWritten) {
        List<Integer> most = worthASearch();
        if (most.size() < knobs) {
            return Optional.empty();
        }
        boolean risesIfWorse = risesIfWorse();
        return Optional.of(new FlipSearch.Search(
                focus.contender(),
                new Course(most.subList(0, knobs).stream()
                        .map(i -> {
                            boolean isWorseAtTheTop = regression.rising().get(i) == risesIfWorse;
                            Uncertain knob = knob(field, i);
                            return new Course.Leg(knob, knob.written(), isWorseAtTheTop == holdsAsWritten ? 1 : 0);
                        })
                        .toList())));
    }

    /** Tells whether the measure of the deciding gate is larger where the gate fails. */
    private boolean risesIfWorse() {
        return median(false) > median(true);
    }

    private double median(boolean holds) {
        double[] values = focus.trials().stream()
                .filter(trial -> {
                    Observed observed = trial.gates().get(gate);
                    return observed != null && observed.holds() == holds;
                })
                .mapToDouble(trial -> valueOf(trial, gate))
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private List<Integer> worthASearch() {
        return order().stream()
                .filter(i -> regression.shares().get(i) >= Decider.WORTH_A_SEARCH)
                .limit(Decider.MOST_SEARCHES)
                .toList();
    }

    private Uncertain knob(Field field, int i) {
        return field.uncertain(focus.contender()).stream()
                .filter(known -> known.path().equals(knobs.get(i)))
                .findFirst()
                .orElseThrow();
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
        return IntStream.range(0, knobs.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> -regression.shares().get(i))
                        .thenComparing(knobs::get))
                .toList();
    }
}
