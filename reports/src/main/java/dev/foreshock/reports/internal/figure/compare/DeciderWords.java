package dev.foreshock.reports.internal.figure.compare;

import static dev.foreshock.reports.internal.figure.compare.SetWords.percent;

import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Deciding.Search;
import dev.foreshock.reports.internal.account.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which uncertain numbers a verdict hangs on, and where it flips. */
public final class DeciderWords {
    private static final double WORTH_NAMING = 0.02;

    private DeciderWords() {}

    /** Returns what the verdict hangs on, and where it flips. */
    public static List<String> sentences(Measures measures) {
        List<String> said = new ArrayList<>();
        List<Deciding> ranked = deciders(measures);
        if (!ranked.isEmpty()) {
            Deciding first = ranked.get(0);
            said.add("Whether " + verdict(first) + " holds hangs on " + shares(measures) + ".");
            said.add("Measure " + first.knob() + " first.");
        }
        flips(measures).forEach(flip -> said.add(capital(flip) + "."));
        firm(measures).ifPresent(firm -> said.add(capital(firm) + "."));
        return said;
    }

    /** Returns whose verdict it is: {@code alert (gate upright)}. */
    public static String verdict(Deciding first) {
        return first.set() + " (gate " + first.gate() + ")";
    }

    /** Returns which share of the spread goes with each knob that is worth naming, with none clearly, and with all together. */
    public static String shares(Measures measures) {
        SpreadParts parts = SpreadParts.of(measures);
        List<Deciding> named = deciders(measures);
        int others = parts.explained()
                - measures.deciders().stream()
                        .filter(named::contains)
                        .mapToInt(one -> parts.ofKnobs().get(measures.deciders().indexOf(one)))
                        .sum();
        return named.stream()
                        .map(one -> one.knob() + " (" + percent(one.share()) + " of the spread)")
                        .collect(Collectors.joining(", "))
                + (others > 0 ? "; with no other number clearly go " + others + " %" : "")
                + "; all uncertain numbers together explain " + parts.explained() + " %";
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

    /** Returns the knobs over whose range a verdict was found not to flip, all else as written; empty if there are none. */
    public static Optional<String> firm(Measures measures) {
        List<String> knobs = measures.deciders().stream()
                .filter(one -> one.search() == Search.NONE_IN_RANGE)
                .map(Deciding::knob)
                .toList();
        return knobs.isEmpty()
                ? Optional.empty()
                : Optional.of(measures.deciders().get(0).set() + " does not flip within the range of "
                        + String.join(" or ", knobs) + ", all else as written");
    }

    /** Returns the knobs that are worth naming, the most important first. */
    public static List<Deciding> deciders(Measures measures) {
        return measures.deciders().stream()
                .filter(one -> one.share() >= WORTH_NAMING)
                .toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
