package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.account.Deciding;
import dev.foreshock.reports.internal.account.Deciding.Search;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import java.util.Optional;

/** Draws how much of a spread goes with each uncertain number, and where in its range a verdict flips. */
final class SensitivityChart {
    private static final double BARS = 208;
    private static final double BARS_WIDTH = 300;
    private static final double TRACK = 650;
    private static final double TRACK_WIDTH = 220;
    private static final double ROW = 44;
    private static final double TOP = 28;
    private static final double BAR = 18;
    private static final int LONGEST_NAME = 28;
    private static final int LONGEST_SET = 16;

    private final Svg svg;
    private double y = TOP;

    /** Begins a chart with room for this many rows. */
    SensitivityChart(int rows, String label) {
        svg = new Svg(TimeAxis.WIDTH, TOP + ROW * rows + 4, label);
        svg.text(BARS, 16, "start", Ink.FAINT, "share of the spread")
                .text(TRACK, 16, "start", Ink.FAINT, "verdict flips");
    }

    void row(Deciding deciding, String range, Optional<Reach> reach) {
        name(deciding.knob());
        if (!Double.isNaN(deciding.share())) {
            double width = Math.max(1, Math.min(1, deciding.share()) * BARS_WIDTH);
            svg.rect(BARS, y + 10, width, BAR, Ink.curve(0), "");
            percent(width, deciding.share());
        }
        if (!deciding.flipsAt().isEmpty()) {
            String words = cut(deciding.set(), LONGEST_SET)
                    + (deciding.holdsAbove() ? " holds from " : " holds up to ")
                    + deciding.flipsAt();
            if (reach.isPresent()) {
                track(deciding, range, reach.get());
                svg.text(TRACK, y + 12, "start", Ink.TEXT, words);
            } else {
                diamond(TRACK + 8, y + 19);
                svg.text(TRACK + 20, y + 23, "start", Ink.TEXT, words);
            }
        } else {
            svg.text(TRACK, y + 23, "start", Ink.FAINT, why(deciding.search()));
        }
        y += ROW;
    }

    /** Says in a few words why there is no mark. */
    private static String why(Search search) {
        return switch (search) {
            case FOUND -> "";
            case NONE_IN_RANGE -> "none within the range";
            case NOT_DONE -> "not searched: budget spent";
            case NOT_WORTH_IT -> "not searched: explains too little";
        };
    }

    /** Says whose verdict the rows below are about. */
    void heading(String set) {
        svg.text(4, y + 27, "start", Ink.FAINT, "for " + set);
        y += ROW;
    }

    /** Adds what goes with no number, hatched. */
    void rest(String name, int percent) {
        double share = percent / 100.0;
        name(name);
        double width = Math.max(1, share * BARS_WIDTH);
        hatched(BARS, y + 10, width, BAR);
        percent(width, share);
        y += ROW;
    }

    private void name(String name) {
        svg.text(BARS - 10, y + 23, "end", Ink.TEXT, cut(name, LONGEST_NAME));
    }

    private void percent(double width, double share) {
        svg.text(BARS + width + 8, y + 23, "start", Ink.TEXT, SetWords.percent(share));
    }

    /** The range from end to end: filled where the gates hold, hatched where they do not, a diamond where that changes. */
    private void track(Deciding deciding, String range, Reach reach) {
        double flip = TRACK + reach.place() * TRACK_WIDTH;
        double end = TRACK + TRACK_WIDTH;
        double top = y + 20;
        if (deciding.holdsAbove()) {
            hatched(TRACK, top, flip - TRACK, 8);
            svg.rect(flip, top, end - flip, 8, Ink.curve(2), "");
        } else {
            svg.rect(TRACK, top, flip - TRACK, 8, Ink.curve(2), "");
            hatched(flip, top, end - flip, 8);
        }
        diamond(flip, top + 4);
        String[] ends = range.split("\\.\\.", 2);
        svg.text(TRACK - 10, top + 9, "end", Ink.FAINT, ends[0].strip());
        svg.text(end + 10, top + 9, "start", Ink.FAINT, ends[1].strip());
    }

    private void diamond(double x, double y) {
        svg.shape("M" + Svg.n(x) + " " + Svg.n(y) + "m0-8l7 8-7 8-7-8z", Ink.ACTION, "where the verdict flips");
    }

    /** Draws a frame with slanted lines, so that it differs from a filled bar without its color. */
    private void hatched(double x, double y, double width, double height) {
        StringBuilder lines = new StringBuilder(
                "M%s %sh%sv%sh-%sz".formatted(Svg.n(x), Svg.n(y), Svg.n(width), Svg.n(height), Svg.n(width)));
        for (double at = x - height + 5; at < x + width; at += 5) {
            double from = Math.max(at, x);
            double until = Math.min(at + height, x + width);
            lines.append('M')
                    .append(Svg.n(from))
                    .append(' ')
                    .append(Svg.n(y + height - (from - at)))
                    .append('L')
                    .append(Svg.n(until))
                    .append(' ')
                    .append(Svg.n(y + height - (until - at)));
        }
        svg.path(lines.toString(), Ink.FRAME);
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
