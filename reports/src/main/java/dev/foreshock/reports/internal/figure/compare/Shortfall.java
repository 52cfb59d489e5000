package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Damage;
import dev.foreshock.reports.internal.account.GateSight;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.text.Changes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says which gates a set of measures loses, and by how much. */
public final class Shortfall {
    private Shortfall() {}

    /** Returns the gates that a set loses, or of which it could not be observed whether it does. */
    public static List<GateSight> lost(MeasureSet set) {
        return set.gates().stream()
                .filter(gate -> gate.verdict() == Verdict.DEVIATED || gate.verdict() == Verdict.ERROR)
                .toList();
    }

    /** Returns the names of the gates that a set loses, listed; empty if it loses none. */
    public static String names(MeasureSet set) {
        return lost(set).stream().map(gate -> gate.seen().name()).collect(Collectors.joining(", "));
    }

    /** Returns how far a gate is from what it wants: {@code affected: <= 5% holds in 0 % [0, 16] of draws, mean 62 %}. */
    public static String of(GateSight gate, Clock clock) {
        if (gate.verdict() == Verdict.ERROR) {
            return gate.seen().name() + " is not observed in "
                    + SetWords.percent(gate.seen().unseenShare())
                    + " of draws"
                    + (gate.why().isEmpty()
                            ? "; write 'if observed' behind a gate that may have nothing to observe"
                            : ": " + gate.why());
        }
        return gate.seen().name() + ": " + gate.wanted() + " holds in " + SetWords.holds(gate.holds())
                + " of draws, mean " + SetWords.mean(gate.seen(), clock);
    }

    /** Returns for each set that loses gates which they are, without the unchanged scenario. */
    public static List<String> sentences(Measures measures) {
        return measures.sets().stream()
                .filter(set -> !set.isUnchanged() && !lost(set).isEmpty())
                .map(set -> set.name()
                        + (isUnjudged(set) ? " cannot be judged: " : " loses ")
                        + losses(set, measures.clock()))
                .toList();
    }

    private static boolean isUnjudged(MeasureSet set) {
        return lost(set).stream().allMatch(gate -> gate.verdict() == Verdict.ERROR);
    }

    /** Returns all that a set loses in one line. */
    public static String losses(MeasureSet set, Clock clock) {
        return lost(set).stream().map(gate -> of(gate, clock)).collect(Collectors.joining("; "));
    }

    /** Returns which sets do worse than a part of them alone, or than nothing, the worst of each: a measure can spoil another. */
    public static List<String> spoiled(Measures measures) {
        return measures.sets().stream()
                .flatMap(set -> set.harms().stream()
                        .max(Comparator.comparingDouble(harm -> harm.outage().value()))
                        .map(harm -> set.name() + " does worse than " + harm.part()
                                + (harm.part().equals(measures.unchanged().name()) ? ": " : " alone: ")
                                + by(set, harm))
                        .stream())
                .toList();
    }

    private static String by(MeasureSet set, Damage harm) {
        List<String> said = new ArrayList<>();
        if (harm.outage().low() > 0) {
            said.add(SetWords.OUTAGE_TOTAL
                    + (set.cutShortShare() > 0 ? " at least " : " ")
                    + Changes.of(Dimension.TIME, harm.outage()));
        }
        if (harm.affected().low() > 0) {
            said.add("users affected " + Changes.of(Dimension.SHARE, harm.affected()));
        }
        if (harm.holds() < 0) {
            said.add("all gates hold less often, by " + Math.round(-100 * harm.holds()) + " pt");
        }
        return String.join(", ", said) + " (" + harm.outage().n() + " draws, 95 %, paired)";
    }
}
