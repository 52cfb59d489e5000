package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.SteadyWords;

/**
 * Writes the values of a measure beside an axis, in one unit and with as many digits as tell its ticks apart.
 *
 * @param measure the name of the measure
 * @param axis the axis
 */
record AxisLabels(String measure, ValueAxis axis) {
    private static final int MOST_DECIMALS = 9;

    /** Returns the label of a value, in the base unit of the measure. */
    String of(double value) {
        if (SteadyWords.isTime(measure)) {
            return axis.high() >= 1
                    ? number(value, 1) + " s"
                    : axis.high() >= 1e-3 ? number(value, 1e3) + " ms" : number(value, 1e6) + " us";
        }
        return SteadyWords.isGoodput(measure) || SteadyWords.isLevel(measure)
                ? number(value, 1)
                : number(value, 100) + " %";
    }

    private String number(double value, double perUnit) {
        double decimals = -Math.floor(Math.log10(axis.step() * perUnit) + 1e-9);
        return Amounts.fixed(value * perUnit, (int) Math.max(0, Math.min(MOST_DECIMALS, decimals)));
    }
}
