package dev.foreshock.reports.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers for people: short, with their unit. */
public final class Amounts {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private Amounts() {}

    /** Returns a length of time such as {@code 250 ms}, {@code 14.5 s}, {@code 2m 05s}, {@code 3h 01m} or {@code 2d 04h}. */
    public static String span(double seconds) {
        if (seconds < 0) {
            return "-" + span(-seconds);
        }
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 0.9995e-3) {
            return digits(seconds * 1e6) + " us";
        }
        if (seconds < 0.9995) {
            return digits(seconds * 1e3) + " ms";
        }
        if (seconds < MINUTE - 0.05) {
            return digits(seconds) + " s";
        }
        if (seconds < HOUR - 0.5) {
            return pair(Math.round(seconds), 60, "m", "s");
        }
        if (seconds < DAY - 30) {
            return pair(Math.round(seconds / MINUTE), 60, "h", "m");
        }
        return pair(Math.round(seconds / HOUR), 24, "d", "h");
    }

    /** Returns a share such as {@code 70.9 %}; never {@code 0 %} or {@code 100 %} unless it is that exactly. */
    public static String share(double share) {
        double percent = share * 100;
        if (percent == 0 || percent == 100) {
            return digits(percent) + " %";
        }
        if (percent > 0 && percent < 0.005) {
            return "< 0.01 %";
        }
        if (percent < 100 && percent >= 99.995) {
            return "> 99.99 %";
        }
        boolean nearAnEnd = percent < 1 || percent > 99;
        return fixed(percent, nearAnEnd ? 2 : 1) + " %";
    }

    /** Returns the difference of two shares, in percentage points. */
    public static String points(double share) {
        double points = share * 100;
        if (points == 0) {
            return "0 pt";
        }
        return points < 0.005 ? "0.01 pt" : fixed(points, points < 0.095 ? 2 : 1) + " pt";
    }

    /** Returns a number such as {@code 0.25}, {@code 4 096} or {@code 1.19 M}. */
    public static String count(double number) {
        double size = Math.abs(number);
        if (size >= 999_500_000) {
            return digits(number / 1e9) + " G";
        }
        if (size >= 999_500) {
            return digits(number / 1e6) + " M";
        }
        if (size < 1000 && number != Math.rint(number)) {
            return digits(number);
        }
        return grouped(Math.round(number));
    }

    /** Returns {@code number} in three significant digits, without zeros that say nothing. */
    public static String digits(double number) {
        if (Math.abs(number) >= 100) {
            return Long.toString(Math.round(number));
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(3, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns {@code number} with this many decimals. */
    public static String fixed(double number, int decimals) {
        return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String pair(long smallUnits, int perLarge, String large, String small) {
        return String.format(Locale.ROOT, "%d%s %02d%s", smallUnits / perLarge, large, smallUnits % perLarge, small);
    }
}
