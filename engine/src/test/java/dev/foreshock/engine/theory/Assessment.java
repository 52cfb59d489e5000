package dev.foreshock.engine.theory;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A row, held against what Foreshock gave.
 *
 * @param row the row
 * @param rowClass how it was checked
 * @param value what Foreshock gave; not a number for an open row
 * @param half half the width of the interval; 0 without chance
 * @param holds whether it agrees; true for an open row and for one that is not decided
 * @param note why not, why it is open, or why it is not decided
 */
record Assessment(Row row, RowClass rowClass, double value, double half, boolean holds, String note) {
    /** The verdict of a row that was not run. */
    static final String NOT_RUN = "not run";

    /** What the verdict of a row starts with that was run, but not for long enough. */
    static final String UNDECIDED = "not decided: ";

    private static final double ERROR = 0.05;

    /**
     * Holds samples against a row, with Student's interval for the mean of them. It is corrected for looking at {@code rows}
     * rows (Bonferroni), so that one true row in twenty tables lies outside.
     */
    static Assessment of(Row row, Check check, double[] samples, int rows) {
        if (check instanceof Check.Open open) {
            return new Assessment(row, RowClass.OPEN, Double.NaN, 0, true, open.reason());
        }
        if (check instanceof Check.Computed computed) {
            boolean holds = isNear(computed.value(), row.value(), computed.tolerance());
            return new Assessment(row, check.rowClass(), computed.value(), 0, holds, holds ? "" : "differs");
        }
        double tolerance = ((Check.Sampled) check).tolerance();
        double mean = Arrays.stream(samples).average().orElse(Double.NaN);
        double half = half(samples, mean, rows);
        double truth = check.rowClass() == RowClass.RARE ? 1 - row.value() : row.value();
        boolean inside = Math.abs(mean - truth) <= half + 1e-9 * Math.max(1, Math.abs(truth));
        boolean near = isNear(mean, truth, tolerance);
        boolean isSampled = check.rowClass() == RowClass.MEAN || check.rowClass() == RowClass.QUANTILE;
        if (isSampled && inside && !near && half > tolerance * Math.abs(truth)) {
            return new Assessment(row, check.rowClass(), mean, half, true, undecided(half, truth, tolerance));
        }
        String note = switch (check.rowClass()) {
            case BOUND -> mean <= truth + half ? "" : "passes the bound";
            case LIMIT, EXACT -> near ? "" : off(mean, truth, tolerance);
            default -> !near ? off(mean, truth, tolerance) : inside ? "" : "outside the interval";
        };
        return new Assessment(row, check.rowClass(), mean, half, note.isEmpty(), note);
    }

    /** Tells whether the value lies in the interval, whatever the tolerance. */
    boolean isInside() {
        double truth = rowClass == RowClass.RARE ? 1 - row.value() : row.value();
        return switch (rowClass) {
            case OPEN -> true;
            case BOUND -> value <= truth + half;
            case LIMIT, EXACT, FUNCTION -> holds;
            case MEAN, QUANTILE, RARE -> Math.abs(value - truth) <= half + 1e-9 * Math.max(1, Math.abs(truth));
        };
    }

    private static double half(double[] samples, double mean, int rows) {
        int n = samples.length;
        double squares = Arrays.stream(samples)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        double t = new TDistribution(null, n - 1.0).inverseCumulativeProbability(1 - ERROR / rows / 2);
        return t * Math.sqrt(squares / (n - 1.0) / n);
    }

    private static boolean isNear(double value, double truth, double tolerance) {
        return Math.abs(value - truth) <= tolerance * Math.max(Math.abs(truth), 1e-12);
    }

    private static String off(double mean, double truth, double tolerance) {
        return String.format(
                Locale.ROOT, "off by %.2f %%, allowed %.2f %%", 100 * Math.abs(mean / truth - 1), 100 * tolerance);
    }

    /** Of what is rare even a long run has seen too little: neither agreement nor its lack can be told. */
    private static String undecided(double half, double truth, double tolerance) {
        return String.format(
                Locale.ROOT,
                UNDECIDED + "it lies in the interval, which is ±%.2f %% wide and must be ±%.2f %%",
                100 * half / Math.abs(truth),
                100 * tolerance);
    }

    /** Returns the row as a line of the table. */
    String line() {
        return line(
                row,
                rowClass.text(),
                rowClass == RowClass.OPEN ? "-" : digits(value),
                half == 0 ? "-" : "±" + digits(half),
                verdict());
    }

    private String verdict() {
        if (!holds) {
            return "**" + note + "**";
        }
        return note.isEmpty() ? "agrees" : note;
    }

    /** Returns the line of a row that was not run. */
    static String notRun(Row row) {
        return line(row, "-", "-", "-", NOT_RUN);
    }

    private static String line(Row row, String rowClass, String value, String interval, String verdict) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s |",
                row.id(),
                row.model() + ": " + row.parameters().text().replace("|", "\\|").replace(";", "; "),
                row.metric().replace("|", "\\|"),
                rowClass,
                digits(row.value()),
                value,
                interval,
                verdict);
    }

    private static String digits(double number) {
        return Double.isInfinite(number) ? "infinite" : String.format(Locale.ROOT, "%.6g", number);
    }
}
