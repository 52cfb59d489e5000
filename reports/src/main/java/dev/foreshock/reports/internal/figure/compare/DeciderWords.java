package dev.foreshock.reports.internal.figure.compare;

import static dev.foreshock.reports.internal.figure.compare.SetWords.percent;

import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Deciding.Search;
import dev.foreshock.reports.internal.account.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which uncertain numbers a verdict hangs on, and where it flips. */
public final class DeciderWords {
    private static final double WORTH_NAMING = 0.02;

    private DeciderWords() {}

    /** Returns what verdicts hang on, and where they flip. */
    public static List<String> sentences(Measures measures) {
        List<String> said = new ArrayList<>();
        List<List<Deciding>> sets = bySet(measures);
        for (List<Deciding> ranked : sets) {
            boolean isUnchanged =
                    ranked.get(0).set().equals(measures.unchanged().name());
            said.add((isUnchanged ? "How bad " : "Whether ") + verdict(ranked.get(0))
                    + (isUnchanged ? " gets" : " holds") + " hangs on " + shares(ranked) + ".");
        }
        first(measures).ifPresent(first -> said.add("Measure " + first + " first."));
        flips(measures).forEach(flip -> said.add(capital(flip) + "."));
        firm(measures).forEach(firm -> said.add(capital(firm) + "."));
        together(measures).forEach(flip -> said.add(capital(flip) + "."));
        return said;
    }

    /** Returns the number to measure first; empty if nothing hangs on one. */
    public static Optional<String> first(Measures measures) {
        return mostTelling(measures).map(Deciding::knob);
    }

    /** Returns the most important number of the first set; one over which its verdict flips before those over which it does not. */
    static Optional<Deciding> mostTelling(Measures measures) {
        return bySet(measures).stream()
                .map(ranked -> ranked.stream()
                        .filter(one -> one.search() == Search.FOUND)
                        .findFirst()
                        .orElse(ranked.get(0)))
                .findFirst();
    }

    /** Returns whose verdict it is: {@code alert (gate upright)}. */
    public static String verdict(Deciding first) {
        return first.set() + " (gate " + first.gate() + ")";
    }

    /** Returns which share of the spread goes with each knob that is worth naming, with none clearly, and with all together. */
    public static String shares(List<Deciding> named) {
        SpreadParts parts = SpreadParts.of(named);
        return named.stream()
                        .map(one -> one.knob() + " (" + percent(one.share()) + " of the spread)")
                        .collect(Collectors.joining(", "))
                + (parts.unclear() > 0 ? "; with no other number clearly go " + parts.unclear() + " %" : "")
                + "; a rank regression on all uncertain numbers explains " + parts.explained() + " %";
    }

    /** Returns where verdicts flip. */
    public static List<String> flips(Measures measures) {
        return measures.deciders().stream()
                .map(DeciderWords::flip)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns where a verdict flips; empty if it does not within the range. */
    public static Optional<String> flip(Deciding one) {
        return one.flipsAt().isEmpty()
                ? Optional.empty()
                : Optional.of(one.set() + " holds " + (one.holdsAbove() ? "from " : "up to ") + one.flipsAt() + " of "
                        + one.knob() + ", all else as written");
    }

    /** Returns where a verdict flips or, where that is not known, why it is not. */
    public static String flipOrWhyNot(Deciding one) {
        return switch (one.search()) {
            case FOUND -> flip(one).orElseThrow();
            case NONE_IN_RANGE -> one.set() + " does not flip within the range";
            case NOT_DONE -> "not searched";
            case NOT_WORTH_IT -> "not searched: it explains too little";
        };
    }

    /** Returns over which knobs' ranges verdicts were found not to flip, all else as written; empty if there are none. */
    public static List<String> firm(Measures measures) {
        return grouped(measures.deciders().stream()
                        .filter(one -> one.search() == Search.NONE_IN_RANGE)
                        .toList())
                .stream()
                .map(knobs -> knobs.get(0).set() + " does not flip within the range of "
                        + knobs.stream().map(Deciding::knob).collect(Collectors.joining(" or "))
                        + ", all else as written")
                .toList();
    }

    /** Returns where verdicts flip as several numbers go together, where no single one flips them. */
    public static List<String> together(Measures measures) {
        return measures.flipsTogether().stream().map(DeciderWords::together).toList();
    }

    private static String together(FlipTogether flip) {
        List<FlipTogether.Move> moves = flip.moves();
        String where = moves.stream()
                .map(move -> move.at() + " of " + move.knob() + " (as written " + move.is() + ")")
                .collect(Collectors.joining(" with "));
        if (!flip.isFound()) {
            return flip.contender() + " does not flip either with " + where + ", all else as written";
        }
        return flip.contender() + (flip.holdsAsWritten() ? " holds up to " : " holds from ") + where
                + (flip.holdsAsWritten() ? ", and not where they go further together" : " on")
                + ", all else as written";
    }

    /** Returns the knobs that are worth naming, set by set, the most important of each first. */
    public static List<List<Deciding>> bySet(Measures measures) {
        return grouped(measures.deciders().stream()
                .filter(one -> one.share() >= WORTH_NAMING)
                .toList());
    }

    private static List<List<Deciding>> grouped(List<Deciding> some) {
        return List.copyOf(some.stream()
                .collect(Collectors.groupingBy(Deciding::set, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
