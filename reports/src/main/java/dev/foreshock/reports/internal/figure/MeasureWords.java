package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.MeasureSet.Band;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a comparison of measures found. */
public final class MeasureWords {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double WORTH_NAMING = 0.02;

    /** Fewer draws show no range: that they agree is no wonder. */
    public static final int FEWEST_FOR_A_RANGE = 5;

    private MeasureWords() {}

    /** Returns what suffices, the cheapest of it first, and what that relies on. */
    public static List<String> sufficient(Measures measures) {
        List<String> said = new ArrayList<>();
        List<MeasureSet> passed = measures.sufficient();
        Optional<MeasureSet> cheapest = measures.cheapestSet();
        if (cheapest.isPresent()) {
            MeasureSet set = cheapest.get();
            said.add("The cheapest set of measures that suffices is " + set.name() + ", for " + set.price()
                    + ": all gates hold in " + holds(set.holds()) + " of the draws, and every gate must hold "
                    + demanded(measures)
                    + ".");
            if (!set.reliesOn().isEmpty()) {
                said.add("It relies on: " + reliance(set, measures) + ".");
            }
        } else if (passed.isEmpty()) {
            said.add("No set of measures is known to suffice.");
        } else {
            said.add("These suffice, but the file does not say how their prices compare: " + names(passed) + ".");
        }
        List<MeasureSet> failed = of(measures, Verdict.DEVIATED);
        if (!failed.isEmpty()) {
            said.add("Not sufficient: " + names(failed) + ".");
        }
        return said;
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
                        .map(other -> "; if that is not so, " + other.name() + " for " + other.price())
                        .orElse("; if that is not so, nothing else is known to suffice");
    }

    /** Returns what a set changes, run for run. */
    public static String changes(MeasureSet set) {
        return "outage " + changedMinutes(set.fewerMinutes()) + ", users affected " + changedShare(set.fewerAffected())
                + ", requests lost " + changedCount(set.fewerLost()) + " (95 %, paired)";
    }

    /** Returns what the verdict hangs on, and where it flips. */
    public static List<String> hangsOn(Measures measures) {
        List<String> said = new ArrayList<>();
        List<Deciding> ranked = deciders(measures);
        if (!ranked.isEmpty()) {
            Deciding first = ranked.get(0);
            said.add(
                    "Whether " + first.set() + " holds (gate " + first.gate() + ") hangs on " + shares(measures) + ".");
            said.add("Measure " + first.knob() + " first.");
        }
        flips(measures).forEach(flip -> said.add(capital(flip) + "."));
        return said;
    }

    /** Returns which share of the spread goes with each knob that is worth naming, and with all together. */
    public static String shares(Measures measures) {
        return deciders(measures).stream()
                        .map(one -> one.knob() + " (" + percent(one.share()) + " of the spread)")
                        .collect(Collectors.joining(", "))
                + "; all uncertain numbers together explain " + percent(measures.explained());
    }

    /** Returns where verdicts flip. */
    public static List<String> flips(Measures measures) {
        return measures.deciders().stream()
                .map(Deciding::flip)
                .filter(flip -> !flip.isEmpty())
                .toList();
    }

    /** Returns the knobs that are worth naming, the most important first. */
    public static List<Deciding> deciders(Measures measures) {
        return measures.deciders().stream()
                .filter(one -> one.share() >= WORTH_NAMING)
                .toList();
    }

    /** Returns what is not known yet, and what was left out. */
    public static List<String> open(Measures measures) {
        List<String> said = new ArrayList<>();
        if (measures.isInterrupted()) {
            said.add("The comparison was interrupted: this is what was known by then.");
        }
        if (!undecided(measures).isEmpty()) {
            said.add("Undecided: " + undecided(measures) + ".");
        }
        if (!measures.untried().isEmpty()) {
            said.add((measures.isInterrupted() ? "Not run: " : "Not run, as the budget was spent: ")
                    + String.join(", ", measures.untried()) + ".");
        }
        leftOut(measures).forEach(one -> said.add("Left out: " + one + "."));
        return said;
    }

    /** Returns the sets that are undecided, with how many draws would decide them; empty if there are none. */
    public static String undecided(Measures measures) {
        Map<Integer, List<String>> byDraws = new LinkedHashMap<>();
        of(measures, Verdict.INCONCLUSIVE)
                .forEach(set -> byDraws.computeIfAbsent(set.drawsToDecide(), draws -> new ArrayList<>())
                        .add(set.name()));
        return byDraws.entrySet().stream()
                .map(sets -> String.join(", ", sets.getValue())
                        + (sets.getKey() > 0
                                ? " (about " + sets.getKey() + " draws would decide "
                                        + (sets.getValue().size() == 1 ? "it" : "each") + ")"
                                : ""))
                .collect(Collectors.joining(", "));
    }

    /** Returns the sets that were left out, each with the smaller one that it comes to. */
    public static List<String> leftOut(Measures measures) {
        return measures.same().entrySet().stream()
                .map(twin -> twin.getKey() + ", which is the same scenario as " + twin.getValue())
                .toList();
    }

    private static List<MeasureSet> of(Measures measures, Verdict verdict) {
        return measures.sets().stream()
                .filter(set -> set.verdict() == verdict && !set.variants().isEmpty())
                .toList();
    }

    /** Returns the names of sets, listed. */
    public static String names(List<MeasureSet> sets) {
        return sets.stream().map(MeasureSet::name).collect(Collectors.joining(", "));
    }

    // --- figures

    /** Returns a length in minutes. */
    public static String minutes(double minutes) {
        return minutes == 0 ? "none" : Amounts.span(Math.rint(minutes * SECONDS_PER_MINUTE));
    }

    /**
     * Returns the mean with the 80 % range, or the mean alone where there is no spread. A few draws show no range: the mean
     * with their number in brackets.
     */
    public static String band(Band band, DoubleFunction<String> text) {
        if (band.n() < FEWEST_FOR_A_RANGE) {
            boolean same = band.n() > 1 && text.apply(band.low()).equals(text.apply(band.high()));
            return text.apply(band.mean()) + (same ? " (same in all " : " (") + band.n() + ")";
        }
        String mean = text.apply(band.mean());
        String low = text.apply(band.low());
        String high = text.apply(band.high());
        return low.equals(high) && low.equals(mean) ? mean : mean + " (" + low + " to " + high + ")";
    }

    /** Returns a share with its interval, in whole percent. */
    public static String holds(Estimate holds) {
        return percent(holds.value()) + " [" + Math.round(holds.low() * 100) + ", " + Math.round(holds.high() * 100)
                + "]";
    }

    /** Returns a paired change of a time in minutes. */
    public static String changedMinutes(@Nullable Estimate change) {
        return changed(change, minutes -> Amounts.span(Math.rint(minutes * SECONDS_PER_MINUTE)));
    }

    /** Returns a paired change of a share. */
    public static String changedShare(@Nullable Estimate change) {
        return changed(change, Amounts::points);
    }

    /** Returns a paired change of a count. */
    public static String changedCount(@Nullable Estimate change) {
        return changed(change, Amounts::count);
    }

    private static String changed(@Nullable Estimate change, DoubleFunction<String> text) {
        if (change == null) {
            return "–";
        }
        String size = text.apply(Math.abs(change.value()));
        String sign = size.startsWith("0 ") || size.equals("0") ? "" : change.value() < 0 ? "−" : "+";
        return sign
                + size
                + (change.n() == 1
                        ? " (n=1)"
                        : change.halfWidth() == 0 ? " in all " + change.n() : " ± " + text.apply(change.halfWidth()));
    }

    /** Returns a share in whole percent. */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
