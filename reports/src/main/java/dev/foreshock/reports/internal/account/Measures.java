package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.compare.Comparison;
import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.json.ComparisonJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sets of measures side by side, as {@code comparison.json} has them.
 *
 * @param seed the seed
 * @param draws the most draws of the knobs for each set
 * @param demanded the largest share of draws in which a gate must hold
 * @param gates the share of draws in which each gate must hold, by name
 * @param clock the time that the scenario plays in
 * @param knobs the numbers that were drawn
 * @param rates how prices were compared
 * @param sets how each set did, the unchanged scenario first
 * @param same larger sets that come to the same scenario as a smaller one: name by name
 * @param untried sets that were not run
 * @param notNeeded sets of which a part is known to suffice, run or not
 * @param cheapest the name of the cheapest set that suffices; empty if none is known
 * @param rankingFlips how far prices may be off before another set is the cheapest, the one that may be off least first
 * @param deciders what verdicts hang on, set by set, the most important number of each first
 * @param flipsTogether where verdicts flip that no single number flips
 * @param unsought what the budget left unsearched
 * @param isInterrupted whether a person stopped the comparison
 */
public record Measures(
        long seed,
        int draws,
        double demanded,
        Map<String, Double> gates,
        Clock clock,
        List<DrawnKnob> knobs,
        Rates rates,
        List<MeasureSet> sets,
        Map<String, String> same,
        List<String> untried,
        List<String> notNeeded,
        String cheapest,
        List<RankingFlip> rankingFlips,
        List<Deciding> deciders,
        List<FlipTogether> flipsTogether,
        Unsought unsought,
        boolean isInterrupted) {
    /** Copies the collections. */
    public Measures {
        gates = Collections.unmodifiableMap(new TreeMap<>(gates));
        knobs = List.copyOf(knobs);
        sets = List.copyOf(sets);
        same = Collections.unmodifiableMap(new TreeMap<>(same));
        untried = List.copyOf(untried);
        notNeeded = List.copyOf(notNeeded);
        rankingFlips = List.copyOf(rankingFlips);
        deciders = List.copyOf(deciders);
        flipsTogether = List.copyOf(flipsTogether);
    }

    /** Returns what {@code comparison} found: by way of the file, so that nothing is told that the file does not have. */
    public static Measures of(Comparison comparison) {
        return MeasuresReader.read(ComparisonJson.render(comparison));
    }

    /** Returns the unchanged scenario. */
    public MeasureSet unchanged() {
        return sets.get(0);
    }

    /** Returns the cheapest set that suffices, or the only one that is known to where prices cannot be compared. */
    public Optional<MeasureSet> cheapestSet() {
        return sets.stream()
                .filter(set -> !cheapest.isEmpty() && set.name().equals(cheapest))
                .findFirst();
    }

    /** Returns the sets that are undecided and might be needed, from the cheapest on. */
    public List<MeasureSet> undecided() {
        return sets.stream()
                .filter(set -> set.verdict() == Verdict.INCONCLUSIVE && !set.isUnchanged() && isNeeded(set.name()))
                .toList();
    }

    /** Returns the names of sets that were not run and might be needed. */
    public List<String> unknown() {
        return untried.stream().filter(this::isNeeded).toList();
    }

    /** Tells whether no part of the set called {@code name} is known to suffice alone; if one is, nobody needs the rest of it. */
    public boolean isNeeded(String name) {
        return !notNeeded.contains(name);
    }

    /**
     * Tells whether the set that {@link #cheapestSet} returns was found to be the cheapest. Else it is the only one that is known
     * to suffice, and its price was compared with none.
     */
    public boolean isRanked() {
        return rates.isComplete();
    }

    /** Returns the sets that are undecided and cheaper than the cheapest that suffices; none where that is not known. */
    public List<MeasureSet> undecidedAndCheaper() {
        if (!isRanked()) {
            return List.of();
        }
        int known = cheapestSet().map(sets::indexOf).orElse(0);
        return undecided().stream().filter(set -> sets.indexOf(set) < known).toList();
    }

    /** Returns the sets that suffice, from the cheapest on. */
    public List<MeasureSet> sufficient() {
        return sets.stream()
                .filter(set ->
                        set.verdict() == Verdict.PASSED && !set.variants().isEmpty())
                .toList();
    }
}
