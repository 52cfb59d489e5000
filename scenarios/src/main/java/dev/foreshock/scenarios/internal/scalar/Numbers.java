package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Plain numbers and words. */
final class Numbers {

    /** A decimal number without sign or exponent, short enough to be meant. */
    static final String DECIMAL = "\\d{1,15}(?:\\.\\d{1,12})?";

    static final Pattern BARE = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final BigDecimal MOST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** As many digits as {@link #WHOLE} takes. */
    private static final BigDecimal MOST_LONG = BigDecimal.TEN.pow(18).subtract(BigDecimal.ONE);

    private static final Map<String, Boolean> TRUTHS =
            Map.of("yes", true, "true", true, "on", true, "no", false, "false", false, "off", false);

    private Numbers() {}

    static int whole(Phrase phrase) throws Misreading {
        long number = longWhole(phrase, MOST_INT);
        if (number != (int) number) {
            throw beyond(phrase, MOST_INT);
        }
        return (int) number;
    }

    static long longWhole(Phrase phrase) throws Misreading {
        return longWhole(phrase, MOST_LONG);
    }

    private static long longWhole(Phrase phrase, BigDecimal most) throws Misreading {
        if (!phrase.matcher(WHOLE).matches()) {
            refuseOdd(phrase, most);
            throw phrase.misread(Code.VALUE, "be a whole number such as 5", "");
        }
        return Long.parseLong(phrase.text());
    }

    static double decimal(Phrase phrase) throws Misreading {
        if (!phrase.matcher(BARE).matches()) {
            refuseOdd(phrase, MOST_LONG);
            throw phrase.misread(Code.VALUE, "be a number such as 1.5", "");
        }
        return Double.parseDouble(phrase.text());
    }

    /** Complains about a number without a unit that is not spelled as numbers are. */
    private static void refuseOdd(Phrase phrase, BigDecimal most) throws Misreading {
        OddNumber odd = OddNumber.of(phrase.text());
        if (odd != null && odd.unit().isEmpty()) {
            throw odd.reaches(most.add(BigDecimal.ONE))
                    ? beyond(phrase, most)
                    : phrase.misread(Code.VALUE, OddNumber.RULE, odd.help());
        }
    }

    private static Misreading beyond(Phrase phrase, BigDecimal most) {
        return phrase.beyond(
                phrase.text().startsWith("-") ? "at least -" + most.toPlainString() : "at most " + most.toPlainString(),
                "");
    }

    static boolean truth(Phrase phrase) throws Misreading {
        Boolean truth = TRUTHS.get(phrase.text().toLowerCase(Locale.ROOT));
        if (truth == null) {
            throw phrase.misread(Code.VALUE, "be yes or no", "");
        }
        return truth;
    }

    static String text(Phrase phrase) {
        return phrase.node().text();
    }
}
