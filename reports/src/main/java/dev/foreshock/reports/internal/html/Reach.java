package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range of an uncertain number, and where in it a verdict flips, in one unit.
 *
 * @param low the lower end
 * @param high the upper end
 * @param flip the last value found at which the gates hold
 */
record Reach(double low, double high, double flip) {
    private static final Pattern RANGE = Pattern.compile("(.+)\\.\\.(.+)");
    private static final Pattern AMOUNT = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*([^\\d\\s]*)\\s*");

    /** Returns the range if it and the flip are written as numbers of one unit; nothing is drawn of what cannot be read for sure. */
    static Optional<Reach> of(Given given, Deciding deciding) {
        Matcher range = RANGE.matcher(given.range());
        if (!range.matches()) {
            return Optional.empty();
        }
        Matcher low = AMOUNT.matcher(range.group(1));
        Matcher high = AMOUNT.matcher(range.group(2));
        Matcher flip = AMOUNT.matcher(deciding.flipsAt());
        if (!low.matches()
                || !high.matches()
                || !flip.matches()
                || !low.group(2).equals(high.group(2))
                || !low.group(2).equals(flip.group(2))) {
            return Optional.empty();
        }
        Reach reach = new Reach(number(low), number(high), number(flip));
        return reach.low < reach.high && reach.low <= reach.flip && reach.flip <= reach.high
                ? Optional.of(reach)
                : Optional.empty();
    }

    /** Returns where the flip lies between the ends, from 0 to 1. */
    double place() {
        return (flip - low) / (high - low);
    }

    private static double number(Matcher amount) {
        return Double.parseDouble(amount.group(1));
    }
}
