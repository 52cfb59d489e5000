package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a comparison does not know: sets that are undecided, that were not run, that were left out. */
public final class OpenQuestions {
    private OpenQuestions() {}

    /**
     * Returns what is not known yet, and what was left out.
     *
     * @param command the command that repeats the comparison; empty if it is not known
     */
    public static List<String> sentences(Measures measures, String command) {
        List<String> said = new ArrayList<>();
        if (measures.isInterrupted()) {
            said.add("The comparison was interrupted: this is what was known by then.");
        }
        if (!undecided(measures).isEmpty()) {
            said.add("Undecided: " + undecided(measures) + ".");
        }
        if (!notNeeded(measures).isEmpty()) {
            said.add("Not needed: " + notNeeded(measures) + ".");
        }
        if (!untried(measures).isEmpty()) {
            said.add("Not run: " + untried(measures) + ".");
        }
        if (!measures.unsought().knobs().isEmpty()) {
            said.add("Not searched, as the budget was spent: where verdicts flip over "
                    + String.join(", ", measures.unsought().knobs())
                    + SpendingWords.richer(command, measures.unsought().budgetEvents())
                            .map(richer -> ". This searches too: " + richer)
                            .orElse("."));
        }
        leftOut(measures).forEach(one -> said.add("Left out: " + one + "."));
        return said;
    }

    /** Returns the sets that are undecided and might be needed, with how many draws would decide them; empty if there are none. */
    public static String undecided(Measures measures) {
        Map<String, List<String>> byOutlook = new LinkedHashMap<>();
        measures.undecided()
                .forEach(set -> byOutlook
                        .computeIfAbsent(outlook(measures, set), outlook -> new ArrayList<>())
                        .add(set.name()));
        return byOutlook.entrySet().stream()
                .map(sets -> String.join(", ", sets.getValue()) + " (" + sets.getKey() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String outlook(Measures measures, MeasureSet set) {
        if (set.drawsToDecide() > 0) {
            return set.drawsToDecide() + " draws or more would decide it";
        } else if (set.holds().n() < measures.draws()) {
            return set.holds().n() + " of " + measures.draws() + " draws so far";
        }
        return "on the line: it holds about as often as demanded, and no number of draws is sure to decide it"
                + instead(measures, set.name());
    }

    /** Returns what tells more of a set than further draws do: a range that is smaller. */
    private static String instead(Measures measures, String set) {
        return DeciderWords.bySet(measures).stream()
                .map(ranked -> ranked.get(0))
                .filter(first -> first.set().equals(set))
                .findFirst()
                .map(first -> "; to know more, measure " + first.knob())
                .orElse("");
    }

    /** Returns the sets of which a part suffices alone and that are therefore left undecided, or were not run; empty if there are none. */
    public static String notNeeded(Measures measures) {
        List<MeasureSet> open = measures.notNeeded().stream()
                .flatMap(name ->
                        measures.sets().stream().filter(set -> set.name().equals(name)))
                .filter(set -> set.verdict() == Verdict.INCONCLUSIVE)
                .toList();
        List<String> untried = measures.untried().stream()
                .filter(name -> !measures.isNeeded(name))
                .toList();
        List<String> said = new ArrayList<>();
        if (!open.isEmpty()) {
            boolean isFirm = open.stream().allMatch(set -> set.holds().value() == 1);
            said.add(
                    Answer.names(open) + " (undecided" + (isFirm ? ", but all gates held in every draw so far)" : ")"));
        }
        if (!untried.isEmpty()) {
            said.add(String.join(", ", untried) + " (not run)");
        }
        return said.isEmpty()
                ? ""
                : String.join(", ", said) + ": a part of " + (open.size() + untried.size() == 1 ? "it" : "each")
                        + " suffices alone for less";
    }

    /** Returns the sets that were not run although they might be needed, and why; empty if there are none. */
    public static String untried(Measures measures) {
        return measures.unknown().isEmpty()
                ? ""
                : String.join(", ", measures.unknown())
                        + (measures.isInterrupted() ? ": interrupted" : ": the budget was spent");
    }

    /** Returns the sets that were left out, each with the smaller one that it comes to. */
    public static List<String> leftOut(Measures measures) {
        return measures.same().entrySet().stream()
                .map(twin -> twin.getKey()
                        + (twin.getValue().equals(measures.unchanged().name())
                                ? ", which changes nothing"
                                : ", which is the same scenario as " + twin.getValue()))
                .toList();
    }
}
