package dev.foreshock.scenarios.internal.scalar;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as no file spells it: with an exponent, or with more digits than anybody means.
 *
 * @param value the number
 * @param unit what stands behind it; empty for nothing
 */
record OddNumber(BigDecimal value, String unit) {
    /** What is said of such a number that is not too large. */
    static final String RULE = "be a number without an exponent and of at most 15 digits";

    /** What is said of a number whose plain spelling is as long as nobody reads. */
    private static final String DIGITS =
            "a number has no exponent, and at most 15 digits before the point and 12 behind it";

    private static final Pattern SPELLED =
            Pattern.compile("([+-]?\\d{1,1000}(?:\\.\\d{1,1000})?(?:[eE][+-]?\\d{1,4})?)\\s*(\\D{0,10})");
    private static final Pattern USUAL = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,12})?");

    /** Returns the number that {@code text} is, or null if it is none or spelled as numbers are. */
    static @Nullable OddNumber of(String text) {
        Matcher spelled = SPELLED.matcher(text);
        boolean isOdd = spelled.matches() && !USUAL.matcher(spelled.group(1)).matches();
        return isOdd ? new OddNumber(new BigDecimal(spelled.group(1)), spelled.group(2)) : null;
    }

    /** Tells whether it is at least {@code most} from 0. */
    boolean reaches(BigDecimal most) {
        return value.abs().compareTo(most) >= 0;
    }

    /** Returns the way out: the same number as files spell it, where that is no longer than they may. */
    String help() {
        int before = value.precision() - value.scale();
        boolean isShort = before <= 15 && value.stripTrailingZeros().scale() <= 12;
        return isShort ? "write " + value.stripTrailingZeros().toPlainString() + unit : DIGITS;
    }
}
