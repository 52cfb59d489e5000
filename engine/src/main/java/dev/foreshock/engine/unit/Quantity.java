package dev.foreshock.engine.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers in the unit of their dimension. */
public final class Quantity {
    private Quantity() {}

    /** Returns {@code value}, given in the base unit of {@code dimension}, as files write it. */
    public static String text(Dimension dimension, double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "never" : "not observed";
        }
        return switch (dimension) {
            case SHARE -> value >= 0 && value <= 1 ? new Percent(value).toString() : number(value * 100) + "%";
            case RATE -> new Rate(value).toString();
            case TIME, INSTANT -> Spans.text(Math.round(value * 1e9));
            case COUNT -> number(value);
        };
    }

    /** Returns a plain decimal number of at most 12 digits. */
    public static String number(double value) {
        return new BigDecimal(value, new MathContext(12)).stripTrailingZeros().toPlainString();
    }
}
