package dev.foreshock.reports.internal.figure.compare;

import static dev.foreshock.reports.internal.figure.compare.SetWords.percent;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which set of measures suffices, which of those is the cheapest, at what price, and what it relies on. */
public final class Answer {
    private Answer() {}

    /** Returns the answer in a few words: {@code review is the cheapest set that suffices}. */
    public static String title(Measures measures) {
        List<MeasureSet> passed = measures.sufficient();
        if (measures.unchanged().verdict() == Verdict.PASSED) {
            return "no measure is needed";
        } else if (passed.isEmpty()) {
            return verdict(measures) == Verdict.DEVIATED ? "no set suffices" : "no set is known to suffice";
        }
        return measures.cheapestSet()
                .map(cheapest -> cheapest.name() + suffices(measures))
                .orElse(passed.size() + (passed.size() == 1 ? " set suffices" : " sets suffice"));
    }

    private static String suffices(Measures measures) {
        if (isAlone(measures)) {
            return " is the only set " + (isAllKnown(measures) ? "that suffices" : "known to suffice");
        }
        if (!measures.undecidedAndCheaper().isEmpty() || !measures.isRanked()) {
            return " is the cheapest set known to suffice";
        }
        return measures.sufficient().size() > 1 ? " is the cheapest set that suffices" : " suffices";
    }

    /** Returns which cheaper sets are undecided, with their prices; empty if none is. */
    public static String undecidedAndCheaper(Measures measures) {
        return measures.undecidedAndCheaper().stream()
                .map(set -> set.name() + " (" + SetWords.price(set) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns what it takes for a set to pass. */
    public static String rule(Measures measures) {
        return "a set passes if every gate holds " + demanded(measures);
    }

    /** Returns the verdict of the comparison: passed if something suffices, deviated if all is known and nothing does. */
    public static Verdict verdict(Measures measures) {
        List<Verdict> all = measures.sets().stream().map(MeasureSet::verdict).toList();
        if (all.contains(Verdict.ERROR)) {
            return Verdict.ERROR;
        } else if (all.contains(Verdict.PASSED)) {
            return Verdict.PASSED;
        }
        return all.contains(Verdict.INCONCLUSIVE) || !measures.unknown().isEmpty()
                ? Verdict.INCONCLUSIVE
                : Verdict.DEVIATED;
    }

    /** Returns what suffices, the cheapest of it first, what that relies on, what does not suffice, and what is open. */
    public static List<String> sentences(Measures measures) {
        List<String> said = new ArrayList<>();
        List<MeasureSet> passed = measures.sufficient();
        Optional<MeasureSet> cheapest = measures.cheapestSet();
        if (measures.unchanged().verdict() == Verdict.PASSED) {
            said.add("No measure is needed: every gate holds as it is.");
        }
        if (cheapest.isPresent()) {
            MeasureSet set = cheapest.get();
            String open = undecidedAndCheaper(measures);
            boolean isCertain = isAlone(measures) ? isAllKnown(measures) : measures.isRanked() && open.isEmpty();
            said.add("The " + (isAlone(measures) ? "only" : "cheapest") + " set of measures that "
                    + (isCertain ? "suffices" : "is known to suffice")
                    + " is " + set.name() + ", for " + SetWords.price(set)
                    + ": all gates hold in " + SetWords.holds(set) + " of the draws, and every gate must hold "
                    + demanded(measures) + ".");
            if (!open.isEmpty()) {
                said.add("Cheaper and undecided: " + open + ".");
            }
            if (!measures.isRanked() && !isAllKnown(measures)) {
                said.add("Whether another is cheaper is not known: the file does not say how prices compare.");
            }
            if (!set.reliesOn().isEmpty()) {
                said.add("It relies on: " + reliance(set, measures) + ".");
            }
        } else if (passed.isEmpty()) {
            said.add((verdict(measures) == Verdict.DEVIATED
                            ? "No set of measures suffices: "
                            : "No set of measures is known to suffice: ")
                    + rule(measures) + ".");
        } else {
            said.add("These suffice, but the file does not say how their prices compare: " + names(passed) + ".");
        }
        List<MeasureSet> failed = measures.sets().stream()
                .filter(set -> set.verdict() == Verdict.DEVIATED && !set.isUnchanged())
                .toList();
        if (!failed.isEmpty()) {
            said.add("Not sufficient: " + names(failed) + ".");
        }
        PairWords.sentences(measures).forEach(pairs -> said.add("Pairs: " + pairs + "."));
        String open = open(measures);
        if (!open.isEmpty()) {
            said.add("Still open: " + open + ".");
        }
        return said;
    }

    /** Tells whether one set alone is known to suffice, so that its price was compared with none, and could not be with all. */
    public static boolean isAlone(Measures measures) {
        return !measures.isRanked() && measures.sufficient().size() == 1;
    }

    /** Tells whether every set that might be needed was run and decided. */
    public static boolean isAllKnown(Measures measures) {
        return open(measures).isEmpty();
    }

    private static String open(Measures measures) {
        List<String> parts = new ArrayList<>();
        if (!measures.undecided().isEmpty()) {
            parts.add(names(measures.undecided()));
        }
        int untried = measures.unknown().size();
        if (untried > 0) {
            parts.add(untried + (untried == 1 ? " set that was not run" : " sets that were not run"));
        }
        return String.join("; ", parts);
    }

    /** Returns in which share of draws every gate must hold: one for all, or one for each. */
    public static String demanded(Measures measures) {
        Map<String, Double> gates = measures.gates();
        if (gates.values().stream().distinct().count() <= 1) {
            return "in " + percent(measures.demanded()) + " of draws";
        }
        return "in its own share of draws: "
                + gates.entrySet().stream()
                        .map(gate -> gate.getKey() + " in " + percent(gate.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** Returns what the cheapest set relies on, and what is left where that is not true. */
    public static String reliance(MeasureSet cheapest, Measures measures) {
        return String.join(", ", cheapest.reliesOn())
                + measures.sufficient().stream()
                        .filter(other -> other.reliesOn().stream().noneMatch(cheapest.reliesOn()::contains))
                        .findFirst()
                        .map(other -> "; if that is not so, " + other.name() + " for " + SetWords.price(other))
                        .orElse("; if that is not so, nothing else is known to suffice");
    }

    /** Returns the names of sets, listed. */
    public static String names(List<MeasureSet> sets) {
        return sets.stream().map(MeasureSet::name).collect(Collectors.joining(", "));
    }
}
