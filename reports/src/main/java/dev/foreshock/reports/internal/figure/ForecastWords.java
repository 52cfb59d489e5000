package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.account.Rehearsal.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was foretold of a rehearsal beside what was observed, in words and figures. */
public final class ForecastWords {
    /** The heads of the columns of {@link #rows}. */
    public static final List<String> HEADS =
            List.of("phase", "figure", "predicted", "90 % of runs", "observed", "lies");

    private static final String NOT_SEEN = "not seen";

    private ForecastWords() {}

    /** Returns a row of texts for each figure, in order. */
    public static List<List<String>> rows(Rehearsal rehearsal) {
        List<List<String>> rows = new ArrayList<>();
        for (Compared each : rehearsal.figures()) {
            Foretold foretold = each.foretold();
            Double observed = each.observed();
            FigureText text = FigureText.of(each);
            rows.add(List.of(
                    each.figure().phase(),
                    each.figure().kind().text(),
                    foretold == null ? "-" : text.text(foretold.median()),
                    foretold == null ? "in no run" : interval(text, foretold, rehearsal.replications()),
                    observed == null ? NOT_SEEN : text.text(observed),
                    each.lies().text()));
        }
        return rows;
    }

    /**
     * An interval that covers less than it should says how much, and of how many runs it is; one that is of a single run is none. Where both ends read
     * the same, there is one to read.
     */
    private static String interval(FigureText text, Foretold foretold, int replications) {
        String of = foretold.observedIn() + " of " + replications + (replications == 1 ? " run" : " runs");
        if (foretold.observedIn() == 1) {
            return "in " + of;
        }
        String low = text.text(foretold.low());
        String high = text.text(foretold.high());
        String ends = low.equals(high) ? low : low + " .. " + high;
        return foretold.isWide()
                ? ends
                : ends + String.format(Locale.ROOT, " (%.0f %%, %s)", 100 * foretold.coverage(), of);
    }

    /** Returns how many figures lie where they were foretold. */
    public static String summary(Rehearsal rehearsal) {
        long both = 0;
        long inside = 0;
        for (Compared each : rehearsal.figures()) {
            switch (each.lies()) {
                case INSIDE -> {
                    both++;
                    inside++;
                }
                case BELOW, ABOVE -> both++;
                case SELDOM, MISSING, NEVER_SIMULATED -> {
                    // There are no two figures.
                }
            }
        }
        boolean allWide = rehearsal.figures().stream()
                .map(Compared::foretold)
                .allMatch(foretold -> foretold == null || foretold.isWide());
        boolean allSeen = rehearsal.figures().stream().allMatch(each -> each.observed() != null);
        return inside + " of " + both + " figures lie where 90 % of "
                + rehearsal.replications()
                + (rehearsal.replications() == 1 ? " simulated run does" : " simulated runs do")
                + (allWide ? "" : "; an interval of fewer than 19 replications covers what stands behind it")
                + (allSeen ? "" : "; " + NOT_SEEN + ": it did not happen, or nobody there could see it");
    }

    /**
     * Returns what would bring prediction and observation together where every median response time lies above what was predicted, which is
     * what unmodelled hops look like; nothing where another does not, or where they were measured already.
     */
    public static Optional<String> hint(Rehearsal rehearsal) {
        List<Compared> medians = rehearsal.figures().stream()
                .filter(each -> each.figure().kind() == Kind.MEDIAN && each.foretold() != null)
                .toList();
        boolean allAbove = !medians.isEmpty() && medians.stream().allMatch(ForecastWords::isAbove);
        return rehearsal.calibrated() == null && allAbove
                ? Optional.of(
                        "hint: every response time p50 lies above its prediction, as where hops cost more than the scenario"
                                + " says; foreshock calibrate measures what they cost on this machine, for --calibrated")
                : Optional.empty();
    }

    private static boolean isAbove(Compared each) {
        Foretold foretold = each.foretold();
        Double observed = each.observed();
        return foretold != null && observed != null && observed > foretold.median();
    }
}
