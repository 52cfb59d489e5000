package dev.foreshock.faults.performance;

import java.util.Arrays;
import java.util.Locale;

/**
 * Figures of some laps.
 *
 * @param least the least of them
 * @param median the one in the middle
 * @param most the greatest
 */
record Spread(double least, double median, double most) {
    static Spread of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    /** Returns two cells of a table. */
    String cells(int digits) {
        String form = "%." + digits + "f";
        return String.format(Locale.ROOT, form + " | " + form + " to " + form, median, least, most);
    }
}
