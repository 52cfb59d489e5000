package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Chance;
import dev.foreshock.reports.internal.account.DrawnKnob;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what was drawn, and how what was seen over the draws is to be read. */
public final class Draws {
    private static final String KNOBS = "knobs.";

    private Draws() {}

    /** Returns how many draws of what there were: {@code up to 40 draws over 4 knobs}. */
    public static String size(Measures measures) {
        int knobs = measures.knobs().size();
        return knobs == 0
                ? "up to " + measures.draws() + " replications"
                : "up to " + measures.draws() + " draws over " + knobs + (knobs == 1 ? " knob" : " knobs");
    }

    /** Returns in one line what was compared: {@code shop · 11 sets of measures · up to 40 draws over 4 knobs · seed 1177}. */
    public static String headline(String scenario, Measures measures) {
        int sets = measures.sets().size() - 1;
        return scenario + " · " + sets + (sets == 1 ? " set" : " sets") + " of measures · " + size(measures)
                + ", same users in each · seed " + measures.seed();
    }

    /** Returns the names of all knobs, each with the measures without which it is not there. */
    public static String knobs(Measures measures) {
        return measures.knobs().stream().map(Draws::knob).collect(Collectors.joining(", "));
    }

    private static String knob(DrawnKnob knob) {
        String path = knob.given().name();
        return (path.startsWith(KNOBS) ? path.substring(KNOBS.length()) : path)
                + (knob.only().isEmpty() ? "" : " (only with " + applies(knob) + ")");
    }

    /** Returns where a knob applies: everywhere, or with which measures only. */
    public static String applies(DrawnKnob knob) {
        return knob.only().isEmpty() ? "every set" : String.join(" or ", knob.only());
    }

    /** Returns the numbers of the scenario that are not known exactly, and those that only measures have. */
    public static List<DrawnKnob> all(List<Given> givens, @Nullable Measures measures) {
        List<DrawnKnob> all = new ArrayList<>();
        givens.forEach(given -> all.add(new DrawnKnob(given, List.of())));
        if (measures != null) {
            measures.knobs().stream()
                    .filter(knob -> givens.stream()
                            .noneMatch(given -> given.name().equals(knob.given().name())))
                    .forEach(all::add);
        }
        return all;
    }

    /** Returns how to read the figures of a table. */
    public static String legend(Measures measures) {
        String few = few(measures);
        String cut = cut(measures);
        return "The " + SetWords.OUTAGE_TOTAL
                + " is the time of all impacts of a run together (impact.total). In brackets: figures from the 10 % to the 90 % quantile over the draws (from the least to the most where the mean lies outside of these), or the number of draws where it is"
                + " small; shares of draws with a 95 % interval. Changes are paired, on the same users, seeds and draws, ± 95 %."
                + looks(measures)
                + (chanceAlone(measures).isEmpty() ? "" : " " + chanceAlone(measures) + ".")
                + (few.isEmpty() ? "" : " " + few + ".")
                + (cut.isEmpty() ? "" : " " + cut + ".");
    }

    /**
     * Returns what chance alone makes of the figures of the scenario as it is, so that it can be told from what is not known; empty
     * where nothing was drawn, or no draw was run with several seeds.
     */
    public static String chanceAlone(Measures measures) {
        Chance chance = measures.unchanged().chance();
        return chance == null || measures.knobs().isEmpty()
                ? ""
                : "Chance alone, " + measures.unchanged().name() + ": runs of the same draw differ by "
                        + Amounts.span(Math.rint(chance.outageSeconds())) + " of " + SetWords.OUTAGE_TOTAL + " and by "
                        + Amounts.points(chance.affectedShare())
                        + " of users affected (standard deviations); ranges beyond that show what is not known";
    }

    private static String looks(Measures measures) {
        return measures.sets().stream().allMatch(set -> set.holds().n() >= measures.draws())
                ? ""
                : " Sets with fewer than " + measures.draws()
                        + " draws are judged by an interval that is wider than the one shown, of 99.9 %, as they are looked at more than once.";
    }

    /**
     * Returns what the scenario as it is comes to in the few draws that sets have which are looked at only briefly: their figures
     * stand beside those, not beside the means of more draws. Empty if every set has enough draws.
     */
    public static String few(Measures measures) {
        return measures.sets().stream()
                .filter(SetWords::isOfFewDraws)
                .findFirst()
                .map(set -> "(" + set.holds().n() + "): the mean of the first "
                        + set.holds().n() + " draws, in which the scenario as it is comes to "
                        + SetWords.unchangedBeside(set.outage(), measures.clock()) + " and "
                        + SetWords.unchangedBeside(set.affected(), measures.clock()))
                .orElse("");
    }

    /** Returns what it means that a time is at least so long; empty where none is. */
    public static String cut(Measures measures) {
        return measures.sets().stream().anyMatch(set -> set.cutShortShare() > 0)
                ? "≥, at least: some runs ended before the outage did, so it is longer than counted"
                : "";
    }

    /** Returns what the intervals of a comparison show. */
    public static String chance(Measures measures) {
        return measures.knobs().isEmpty()
                ? "Sets were compared over " + measures.draws()
                        + " replications, the same users and seeds in each: intervals show chance, not how well the inputs are known."
                : "Sets were compared over up to " + measures.draws() + " draws of "
                        + measures.knobs().size()
                        + " uncertain numbers, the same users and seeds in each: ranges show both chance and what is not known of these numbers, and nothing of what the file takes as known.";
    }
}
