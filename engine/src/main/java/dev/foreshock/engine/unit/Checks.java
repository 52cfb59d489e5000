package dev.foreshock.engine.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Checks and number formats shared by the units. */
final class Checks {
    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    private Checks() {}

    static void finiteAndNotNegative(String subject, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(subject + " must be finite and not negative, but was " + value);
        }
    }

    static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, TWELVE_DIGITS).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    static String percent(double share) {
        return plain(share * 100) + "%";
    }
}
