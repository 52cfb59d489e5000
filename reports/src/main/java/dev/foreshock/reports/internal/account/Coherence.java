package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requires that what {@code comparison.json} says in one place agrees with what it says in others: it may have been edited. */
final class Coherence {
    private static final double ROUNDING = 1e-6;

    private final Fields root;
    private final List<MeasureSet> sets;

    private Coherence(Fields root, List<MeasureSet> sets) {
        this.root = root;
        this.sets = sets;
    }

    /**
     * Checks the sets of a file.
     *
     * @throws UnreadableException with the first place that contradicts another
     */
    static void require(Fields root, List<MeasureSet> sets) {
        if (sets.isEmpty()) {
            throw new UnreadableException("/variants must not be empty");
        }
        Coherence coherence = new Coherence(root, sets);
        coherence.names();
        coherence.sameColumns(
                "gates",
                set -> set.gates().stream().map(gate -> gate.seen().name()).toList());
        coherence.sameColumns(
                "figures", set -> set.shown().stream().map(Sight::name).toList());
        coherence.verdicts();
        coherence.prices();
        coherence.cheapest();
    }

    private void names() {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            String name = sets.get(i).name();
            requireThat(known.add(name), "/variants/" + i + "/name", "be another than those before", name);
        }
        requireThat(
                sets.get(0).isUnchanged(),
                "/variants/0/variants",
                "be empty",
                sets.get(0).variants());
        List<String> untried = root.texts("untried");
        for (int i = 0; i < untried.size(); i++) {
            String name = untried.get(i);
            requireThat(known.add(name), "/untried/" + i, "be the name of no set that was run", name);
        }
        List<String> notNeeded = root.texts("notNeeded");
        for (int i = 0; i < notNeeded.size(); i++) {
            String name = notNeeded.get(i);
            requireThat(known.contains(name), "/notNeeded/" + i, "be the name of a set", name);
        }
    }

    /** Sets stand side by side, so each must have what the first has. */
    private void sameColumns(String field, Function<MeasureSet, List<String>> names) {
        List<String> first = names.apply(sets.get(0));
        for (int i = 1; i < sets.size(); i++) {
            List<String> other = names.apply(sets.get(i));
            requireThat(
                    other.equals(first),
                    "/variants/" + i + "/" + field,
                    "have the names that those of the first variant have, " + first,
                    other);
        }
    }

    private void verdicts() {
        for (int i = 0; i < sets.size(); i++) {
            List<Verdict> gates =
                    sets.get(i).gates().stream().map(GateSight::verdict).toList();
            Verdict worst = gates.isEmpty() ? sets.get(i).verdict() : Verdict.worst(gates);
            requireThat(
                    sets.get(i).verdict() == worst,
                    "/variants/" + i + "/verdict",
                    "be the worst of those of its gates, " + worst.text(),
                    sets.get(i).verdict().text());
        }
    }

    private void prices() {
        Fields worth = root.at("ranking").at("worth");
        List<Fields> variants = root.list("variants");
        for (int i = 0; i < sets.size(); i++) {
            Double firstYear = sets.get(i).firstYear();
            if (firstYear != null) {
                Fields costs = variants.get(i).at("costs");
                double sum = costs.names().stream()
                        .mapToDouble(unit -> costs.number(unit) * (worth.has(unit) ? worth.number(unit) : 0))
                        .sum();
                requireThat(
                        isAlike(sum, firstYear),
                        "/variants/" + i + "/firstYear",
                        "be what its costs come to, " + sum,
                        firstYear);
            }
        }
    }

    private void cheapest() {
        String cheapest = root.has("cheapestSufficient") ? root.text("cheapestSufficient") : "";
        List<MeasureSet> passed = sets.stream()
                .filter(set -> set.verdict() == Verdict.PASSED && !set.isUnchanged())
                .toList();
        MeasureSet named = passed.stream()
                .filter(set -> set.name().equals(cheapest))
                .findFirst()
                .orElse(null);
        requireThat(
                cheapest.isEmpty() || named != null,
                "/cheapestSufficient",
                "be the name of one of the variants that passed",
                cheapest);
        for (MeasureSet other : passed) {
            requireThat(
                    named == null || !isDearer(named.firstYear(), other.firstYear()),
                    "/cheapestSufficient",
                    "be no dearer than " + other.name() + ", which passed, too",
                    cheapest);
        }
    }

    private static boolean isDearer(@Nullable Double one, @Nullable Double other) {
        return one != null && other != null && one > other && !isAlike(one, other);
    }

    private static boolean isAlike(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    private static void requireThat(boolean holds, String where, String rule, Object was) {
        if (!holds) {
            throw new UnreadableException(where + " must " + rule + ", but was " + was);
        }
    }
}
