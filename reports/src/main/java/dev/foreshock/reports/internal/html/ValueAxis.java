package dev.foreshock.reports.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The vertical axis of a chart.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param step the distance of its ticks, where it is linear
 * @param isLog whether equal ratios have equal heights
 * @param top the height of the top
 * @param bottom the height of the bottom
 */
record ValueAxis(double low, double high, double step, boolean isLog, double top, double bottom) {
    private static final int MOST_TICKS = 5;

    /** Returns an axis from 0 to a round number not below {@code most}, with ticks that are at least {@code leastStep} apart. */
    static ValueAxis linear(double most, double leastStep, double top, double bottom) {
        double step = Math.max(leastStep, step(most, MOST_TICKS));
        return new ValueAxis(0, Math.max(step, Math.ceil(most / step - 1e-9) * step), step, false, top, bottom);
    }

    /**
     * Returns an axis between round numbers around {@code least} and {@code most}, so that small differences are seen; it begins at 0
     * only where they are far apart, or equal.
     */
    static ValueAxis around(double least, double most, double top, double bottom) {
        if (!(most > least)) {
            return linear(most, 0, top, bottom);
        }
        double step = step(most - least, MOST_TICKS);
        double low = Math.floor(least / step + 1e-9) * step;
        return new ValueAxis(low, Math.ceil(most / step - 1e-9) * step, step, false, top, bottom);
    }

    /** Returns an axis over whole powers of ten around {@code least} and {@code most}. */
    static ValueAxis logarithmic(double least, double most, double top, double bottom) {
        double low = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
        double high = Math.pow(10, Math.ceil(Math.log10(most) - 1e-9));
        return new ValueAxis(low, high > low ? high : low * 10, 1, true, top, bottom);
    }

    double y(double value) {
        double share =
                isLog ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
        return bottom - Math.max(0, Math.min(1, share)) * (bottom - top);
    }

    /** Draws the axis, and tells the script what heights stand for and how {@code label} writes one. */
    void draw(Svg svg, DoubleFunction<String> label) {
        svg.begin(
                "values", "low", low, "high", high, "log", isLog, "top", top, "bottom", bottom, "one", label.apply(1));
        for (double tick : ticks()) {
            svg.line(TimeAxis.LEFT, y(tick), TimeAxis.RIGHT, y(tick), Ink.GRID);
            svg.text(TimeAxis.LEFT - 8, y(tick) + 4, "end", Ink.FAINT, label.apply(tick));
        }
        svg.line(TimeAxis.LEFT, bottom, TimeAxis.RIGHT, bottom, Ink.FRAME);
        svg.end();
    }

    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (isLog) {
            for (double tick = low; tick <= high * 1.001; tick *= 10) {
                ticks.add(tick);
            }
        } else {
            long last = Math.round((high - low) / step);
            for (long i = 0; i <= last; i++) {
                ticks.add(low + i * step);
            }
        }
        return ticks;
    }

    /** Returns 1, 2 or 5 times a power of ten, so that there are at most {@code ticks} of them up to {@code most}. */
    static double step(double most, int ticks) {
        if (!(most > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most / ticks)));
        for (double factor : new double[] {1, 2, 5}) {
            if (most / (factor * power) <= ticks) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
