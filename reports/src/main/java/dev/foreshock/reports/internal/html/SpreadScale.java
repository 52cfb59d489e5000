package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.internal.account.MeasureSet.Band;
import java.util.List;

/**
 * Draws spreads on one scale: a bar from the 10 % to the 90 % quantile, a dot at the mean.
 *
 * @param most what the right end of the scale stands for
 */
record SpreadScale(double most) {
    private static final double WIDTH = 110;
    private static final double HEIGHT = 18;
    private static final double EDGE = 6;

    /** Returns a scale from 0 on which all of {@code bands} fit. */
    static SpreadScale of(List<Band> bands) {
        return new SpreadScale(bands.stream()
                .mapToDouble(band -> Math.max(band.high(), band.mean()))
                .max()
                .orElse(0));
    }

    /** Returns the picture of a spread. {@code name} says of what, for those who hear the page; the text beside it has the numbers. */
    String picture(Band band, String name) {
        Ink ink = Ink.curve(0);
        double middle = HEIGHT / 2;
        return "<svg role=\"img\" aria-label=\"" + escape(name) + "\" width=\"" + Svg.n(WIDTH) + "\" height=\""
                + Svg.n(HEIGHT) + "\" viewBox=\"0 0 " + Svg.n(WIDTH) + " " + Svg.n(HEIGHT) + "\">"
                + line(EDGE, WIDTH - EDGE, middle, Ink.GRID.stroke())
                + "<rect x=\"" + Svg.n(x(band.low())) + "\" y=\"" + Svg.n(middle - 3) + "\" width=\""
                + Svg.n(Math.max(1, x(band.high()) - x(band.low()))) + "\" height=\"6\"" + Ink.STEP.fill() + "/>"
                + "<circle cx=\"" + Svg.n(x(band.mean())) + "\" cy=\"" + Svg.n(middle) + "\" r=\"4\"" + ink.fill()
                + "/></svg>";
    }

    private static String line(double from, double to, double y, String look) {
        return "<line x1=\"" + Svg.n(from) + "\" y1=\"" + Svg.n(y) + "\" x2=\"" + Svg.n(to) + "\" y2=\"" + Svg.n(y)
                + "\"" + look + "/>";
    }

    private double x(double value) {
        return most <= 0 ? EDGE : EDGE + value / most * (WIDTH - 2 * EDGE);
    }
}
