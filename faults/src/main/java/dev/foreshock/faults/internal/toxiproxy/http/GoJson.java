package dev.foreshock.faults.internal.toxiproxy.http;

import java.math.BigDecimal;
import java.util.Locale;

/** Texts and numbers as Go's {@code encoding/json} writes them. */
final class GoJson {
    private static final double SMALLEST_PLAIN = 1e-6;

    private GoJson() {}

    static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            append(text, value, i);
        }
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, String value, int i) {
        char c = value.charAt(i);
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '<', '>', '&', '\u2028', '\u2029' -> escape(text, c);
            default -> {
                if (c < ' ') {
                    escape(text, c);
                } else {
                    text.append(isLone(value, i) ? '\uFFFD' : c);
                }
            }
        }
    }

    /** Tells whether half of a character stands alone, which UTF-8 cannot say. */
    private static boolean isLone(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    private static void escape(StringBuilder text, char c) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }

    /** Returns {@code value}, from 0 to 1, as Go prints it. */
    static String number(float value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        if (value >= SMALLEST_PLAIN) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().toString();
        int exponent = digits.length() - 1 - exact.scale();
        return digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
    }
}
