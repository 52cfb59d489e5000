package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.internal.account.Sight.Band;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Draws spreads on one scale: a bar from the 10 % to the 90 % quantile with upright ends, a hollow dot at the mean, lines where its axis has a number.
 *
 * @param step the distance of the numbers on its axis, a round number
 * @param steps how many of them there are after 0
 */
record SpreadScale(double step, int steps) {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 18;
    private static final double EDGE = 6;

    /** Half the height of the ends of a bar, more than the radius of the dot. */
    private static final double CAP = 7;

    /** Quantiles of fewer draws say nothing. */
    private static final int FEWEST_FOR_A_BAR = 5;

    private static final int MOST_STEPS = 2;
    private static final double[] ROUND_MINUTES = {1, 2, 5, 10, 15, 30, 60, 90, 120, 180, 240, 360, 720, 1440};
    private static final double SECONDS_PER_MINUTE = 60;

    /** Returns a scale from 0 on which all of {@code bands} fit. */
    static SpreadScale of(List<Band> bands) {
        double most = most(bands);
        return of(most, ValueAxis.step(most, MOST_STEPS));
    }

    /** Returns the same for times in seconds, whose round numbers are others. */
    static SpreadScale ofTimes(List<Band> bands) {
        double most = most(bands);
        return of(
                most,
                Arrays.stream(ROUND_MINUTES)
                        .map(minutes -> minutes * SECONDS_PER_MINUTE)
                        .filter(step -> most <= MOST_STEPS * step)
                        .findFirst()
                        .orElse(ValueAxis.step(most, MOST_STEPS)));
    }

    private static double most(List<Band> bands) {
        return bands.stream()
                .mapToDouble(band -> Math.max(band.high(), band.mean()))
                .max()
                .orElse(0);
    }

    private static SpreadScale of(double most, double step) {
        return new SpreadScale(step, (int) Math.max(1, Math.ceil(most / step - 1e-9)));
    }

    /** Returns the axis: what the lines of all pictures stand for. */
    String axis(String name, DoubleFunction<String> label) {
        StringBuilder svg =
                new StringBuilder(start(name)).append(line(EDGE, WIDTH - EDGE, HEIGHT - 1, Ink.FRAME.stroke()));
        for (int i = 0; i <= steps; i++) {
            String anchor = i == 0 ? "start" : i == steps ? "end" : "middle";
            double x = x(i * step);
            svg.append(upright(x, HEIGHT - 5, HEIGHT, Ink.FRAME.stroke()))
                    .append("<text x=\"" + Svg.n(i == 0 ? 0 : i == steps ? WIDTH : x) + "\" y=\"" + Svg.n(HEIGHT - 7)
                            + "\" font-size=\"11\" text-anchor=\"" + anchor + "\"" + Ink.FAINT.fill() + ">"
                            + escape(label.apply(i * step)) + "</text>");
        }
        return svg.append("</svg>").toString();
    }

    /** Returns the picture of a spread. {@code name} says of what, for those who hear the page; the text beside it has the numbers. */
    String picture(Band band, String name) {
        Ink ink = Ink.curve(0);
        double middle = HEIGHT / 2;
        StringBuilder svg = new StringBuilder(start(name)).append(line(EDGE, WIDTH - EDGE, middle, Ink.GRID.stroke()));
        for (int i = 0; i <= steps; i++) {
            svg.append(upright(x(i * step), 0, HEIGHT, Ink.GRID.stroke()));
        }
        if (band.n() >= FEWEST_FOR_A_BAR) {
            svg.append("<rect x=\"" + Svg.n(x(band.low())) + "\" y=\"" + Svg.n(middle - 3) + "\" width=\""
                    + Svg.n(Math.max(1, x(band.high()) - x(band.low()))) + "\" height=\"6\"" + Ink.STEP.fill()
                    + "/>");
        }
        svg.append(dot(band.mean(), 4, ink)).append(dot(band.mean(), 2, Ink.PLATE));
        if (band.n() >= FEWEST_FOR_A_BAR) { // over the dot, and higher than it: a narrow interval shows all the same
            svg.append(end(band.low(), ink)).append(end(band.high(), ink));
        }
        return svg.append("</svg>").toString();
    }

    private String dot(double value, double radius, Ink ink) {
        return "<circle cx=\"" + Svg.n(x(value)) + "\" cy=\"" + Svg.n(HEIGHT / 2) + "\" r=\"" + Svg.n(radius) + "\""
                + ink.fill() + "/>";
    }

    /** Returns an upright end of a bar. */
    private String end(double value, Ink ink) {
        return "<path d=\"M" + Svg.n(x(value)) + " " + Svg.n(HEIGHT / 2 - CAP) + "V" + Svg.n(HEIGHT / 2 + CAP) + "\""
                + ink.stroke() + "/>";
    }

    private static String start(String name) {
        return "<svg role=\"img\" aria-label=\"" + escape(name) + "\" width=\"" + Svg.n(WIDTH) + "\" height=\""
                + Svg.n(HEIGHT) + "\" viewBox=\"0 0 " + Svg.n(WIDTH) + " " + Svg.n(HEIGHT)
                + "\" font-family=\"system-ui, sans-serif\">";
    }

    private static String upright(double x, double from, double until, String look) {
        return "<line x1=\"" + Svg.n(x) + "\" y1=\"" + Svg.n(from) + "\" x2=\"" + Svg.n(x) + "\" y2=\"" + Svg.n(until)
                + "\"" + look + "/>";
    }

    private static String line(double from, double to, double y, String look) {
        return "<line x1=\"" + Svg.n(from) + "\" y1=\"" + Svg.n(y) + "\" x2=\"" + Svg.n(to) + "\" y2=\"" + Svg.n(y)
                + "\"" + look + "/>";
    }

    private double x(double value) {
        return EDGE + value / (step * steps) * (WIDTH - 2 * EDGE);
    }
}
