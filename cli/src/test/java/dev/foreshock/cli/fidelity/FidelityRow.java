package dev.foreshock.cli.fidelity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the page: what was predicted and observed of a figure, medians over the rehearsals of a drill. Numbers have as many digits as it takes for a
 * reader who compares what is printed to come to the verdict that stands beside it, or to the side of the interval that it is on.
 *
 * @param name the phase and the figure
 * @param unit the unit of the figure
 * @param predicted the median of the predictions
 * @param low that of the lower ends of the intervals
 * @param high that of the upper ends
 * @param observed that of the rehearsals
 * @param sameDraws what the simulator says of these very runs, or null
 * @param inside how many rehearsals lie in their interval
 * @param of of how many
 * @param goal what the error is to be at most, or null
 */
record FidelityRow(
        String name,
        String unit,
        double predicted,
        double low,
        double high,
        double observed,
        @Nullable SameDraws sameDraws,
        long inside,
        int of,
        @Nullable Goal goal) {
    private static final int USUAL_DIGITS = 4;
    private static final int MOST_DIGITS = 12;
    private static final int USUAL_DECIMALS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext PRECISE = new MathContext(30);

    /**
     * What the error of a median is to be at most: a share of the prediction, or an amount where that is more.
     *
     * @param figure the figure, as the name of a row ends
     * @param share the share
     * @param amount the amount, in the unit of the figure; 0 if there is none
     * @param text both, for people
     */
    record Goal(String figure, double share, double amount, String text) {}

    /**
     * What the simulator says of runs with the same draws.
     *
     * @param median the median
     * @param inside how many lie in the interval of their run
     */
    record SameDraws(double median, long inside) {}

    /** Returns the row, ended by a line break. */
    String text() {
        int digits = IntStream.rangeClosed(USUAL_DIGITS, MOST_DIGITS)
                .filter(this::agree)
                .findFirst()
                .orElse(USUAL_DIGITS);
        return "| " + name + " | " + number(predicted, digits) + unit + " | " + number(low, digits) + " .. "
                + number(high, digits) + " | " + number(observed, digits) + " | "
                + (sameDraws == null
                        ? "-"
                        : number(sameDraws.median(), digits) + " (" + sameDraws.inside() + " of " + of + ")")
                + " | " + inside + " of " + of + " | " + error()
                + " | " + verdict() + " |\n";
    }

    private String verdict() {
        return goal == null ? "" : goal.text() + (isInShare() || isInAmount() ? ": met" : ": **missed**");
    }

    /** Tells whether numbers of so many digits lie as the numbers themselves do. */
    private boolean agree(int digits) {
        BigDecimal seen = read(observed, digits);
        boolean isBelow = observed >= low || seen.compareTo(read(low, digits)) < 0;
        boolean isAbove = observed <= high || seen.compareTo(read(high, digits)) > 0;
        // What is within the share is met, whatever the amount.
        boolean isAmountClear = goal == null
                || goal.amount() == 0
                || isInShare()
                || isInAmount() == isWithin(seen.subtract(read(predicted, digits)), exact(goal.amount()));
        return isBelow && isAbove && isAmountClear;
    }

    private boolean isInAmount() {
        return goal != null && isWithin(exact(observed).subtract(exact(predicted)), exact(goal.amount()));
    }

    private boolean isInShare() {
        return goal != null
                && isWithin(
                        exact(observed).subtract(exact(predicted)),
                        exact(goal.share()).multiply(exact(predicted)));
    }

    /** Returns the error in percent, with more than one decimal where that would put it on the wrong side of the goal. */
    private String error() {
        if (predicted == 0) {
            return "-";
        }
        BigDecimal percent =
                exact(observed).subtract(exact(predicted)).multiply(HUNDRED).divide(exact(predicted), PRECISE);
        BigDecimal shown = IntStream.rangeClosed(USUAL_DECIMALS, MOST_DIGITS)
                .mapToObj(decimals -> rounded(percent, decimals))
                .filter(each -> goal == null
                        || isInShare() == isWithin(each, exact(goal.share()).multiply(HUNDRED)))
                .findFirst()
                .orElse(rounded(percent, USUAL_DECIMALS));
        return (shown.signum() < 0 ? "" : "+") + shown.toPlainString() + " %";
    }

    private static BigDecimal rounded(BigDecimal percent, int decimals) {
        return percent.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static boolean isWithin(BigDecimal off, BigDecimal most) {
        return off.abs().compareTo(most) <= 0;
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal read(double number, int digits) {
        return new BigDecimal(number(number, digits));
    }

    private static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "g", number);
    }
}
