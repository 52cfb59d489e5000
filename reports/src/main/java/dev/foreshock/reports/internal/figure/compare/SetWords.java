package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.account.Sight.Band;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Changes;
import dev.foreshock.reports.internal.text.Readings;

/** Says how one set of measures did: its figures over the draws, and what it changes. */
public final class SetWords {
    /** All impacts of a run together: {@code impact.total}. A gate called outage may be about the longest impact alone. */
    public static final String OUTAGE_TOTAL = "outage total";

    /** Fewer draws show no range: that they agree is no wonder. */
    private static final int FEWEST_FOR_A_RANGE = 5;

    private static final String AT_LEAST = "at least ";
    private static final String LESS_THAN = "< ";

    private SetWords() {}

    /**
     * Returns the mean of a figure with its 80 % range, or the mean alone where there is no spread. A few draws show no range:
     * the mean with their number in brackets.
     */
    public static String figure(Sight seen, Clock clock) {
        Band band = seen.band();
        String mean = mean(seen, clock);
        if (band == null) {
            return mean;
        } else if (band.n() < FEWEST_FOR_A_RANGE) {
            boolean isSame = band.n() > 1 && range(seen, clock, " to ").isEmpty();
            return mean + (isSame ? " (same in all " : " (") + band.n() + ")";
        }
        String range = range(seen, clock, " to ");
        return range.isEmpty() ? mean : mean + " (" + range + ")";
    }

    /** Returns the same in less room: {@code 2h22m 2h20m..2h25m}. */
    public static String brief(Sight seen, Clock clock) {
        Band band = seen.band();
        String mean = close(mean(seen, clock));
        if (band == null) {
            return mean;
        } else if (band.n() < FEWEST_FOR_A_RANGE) {
            return mean + " (" + band.n() + ")";
        }
        String range = range(seen, clock, "..");
        return range.isEmpty()
                ? mean
                : mean + " " + close(range).replace(" %..", "..").replaceAll(" %$", "");
    }

    /** Returns the mean alone, in less room. */
    public static String briefMean(Sight seen, Clock clock) {
        return close(mean(seen, clock));
    }

    /** Returns how many draws a figure rests on where they are few, in less room: {@code 3; }; empty where they are not. */
    public static String briefDraws(Sight seen) {
        Band band = seen.band();
        return band == null || band.n() >= FEWEST_FOR_A_RANGE ? "" : band.n() + "; ";
    }

    /** Returns the paired change in less room: {@code −2h11m±4m13s}. */
    public static String briefChange(Sight seen) {
        return close(change(seen)).replace(" ± ", "±");
    }

    /** Returns the mean of a figure, and in which share of draws there is none. */
    public static String mean(Sight seen, Clock clock) {
        Band band = seen.band();
        if (band == null) {
            return seen.neverShare() > 0 ? "never" : "not observed";
        }
        return (seen.isAtLeast() ? AT_LEAST : "")
                + value(seen.dimension(), band.mean(), clock)
                + (seen.neverShare() > 0 ? ", never in " + percent(seen.neverShare()) + " of draws" : "")
                + (seen.unseenShare() > 0 ? ", not observed in " + percent(seen.unseenShare()) + " of draws" : "");
    }

    private static String range(Sight seen, Clock clock, String to) {
        Band band = seen.band();
        if (band == null) {
            return "";
        }
        String mean = value(seen.dimension(), band.mean(), clock);
        String low = value(seen.dimension(), band.low(), clock);
        String high = value(seen.dimension(), band.high(), clock);
        boolean isAllTiny = mean.startsWith(LESS_THAN) && high.equals(mean);
        return isAllTiny || (low.equals(high) && low.equals(mean)) ? "" : low + to + high;
    }

    /** Times are written without the space between their parts, and what is cut off with a sign. */
    private static String close(String text) {
        return text.replace(AT_LEAST, "≥")
                .replaceAll("(\\d[dhm]) (\\d)", "$1$2")
                .replaceAll("(\\d) (s|ms)\\b", "$1$2");
    }

    /** Returns a value in the base unit of {@code dimension}; none where something took no time at all. */
    public static String value(Dimension dimension, double value, Clock clock) {
        if (dimension == Dimension.TIME && value == 0) {
            return "none";
        }
        boolean isLong = dimension == Dimension.TIME && value >= 10;
        return Readings.value(dimension, isLong ? Math.rint(value) : value, clock);
    }

    /** Returns in which share of draws all gates hold, in whole percent with its interval. */
    public static String holds(MeasureSet set) {
        return holds(set.holds());
    }

    /** Returns a share of draws in whole percent, with its interval. */
    public static String holds(Estimate holds) {
        return percent(holds.value()) + " [" + Math.round(holds.low() * 100) + ", " + Math.round(holds.high() * 100)
                + "]";
    }

    /** Tells whether a set has so few draws that no range is shown, and stands beside the unchanged scenario in the same ones. */
    static boolean isOfFewDraws(MeasureSet set) {
        Band band = set.outage().band();
        return !set.isUnchanged()
                && band != null
                && band.n() < FEWEST_FOR_A_RANGE
                && set.outage().change() != null;
    }

    /** Returns what the unchanged scenario comes to in the draws of a set, in the mean: the figure less what the set changes. */
    static String unchangedBeside(Sight seen, Clock clock) {
        Band band = seen.band();
        Estimate change = seen.change();
        return band == null || change == null
                ? "not known"
                : value(seen.dimension(), band.mean() - change.value(), clock);
    }

    /** Returns what a set changes, run for run. */
    public static String changes(MeasureSet set) {
        return OUTAGE_TOTAL + " " + change(set.outage()) + ", users affected " + change(set.affected())
                + ", requests lost " + change(set.lost()) + " (95 %, paired)";
    }

    /** Returns the paired change of a figure; a dash for the unchanged scenario, and where there is no mean. */
    public static String change(Sight seen) {
        return Changes.of(seen.dimension(), seen.change());
    }

    /** Returns a share in whole percent. */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** Returns the price, and what it comes to in the first year where the file says what units are worth. */
    public static String price(MeasureSet set) {
        Double total = set.firstYear();
        return total == null || set.price().equals("-") ? set.price() : set.price() + " = " + Amounts.count(total);
    }
}
