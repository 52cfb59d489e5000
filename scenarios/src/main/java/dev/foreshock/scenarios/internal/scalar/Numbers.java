package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.Code;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Plain numbers and words. */
final class Numbers {

    /** A decimal number without sign or exponent, short enough to be meant. */
    static final String DECIMAL = "\\d{1,15}(?:\\.\\d{1,12})?";

    static final Pattern BARE = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final Map<String, Boolean> TRUTHS =
            Map.of("yes", true, "true", true, "on", true, "no", false, "false", false, "off", false);

    private Numbers() {}

    static int whole(Phrase phrase) throws Misreading {
        long number = longWhole(phrase);
        if (number != (int) number) {
            throw phrase.misread(Code.VALUE, "be at most " + Integer.MAX_VALUE, "");
        }
        return (int) number;
    }

    static long longWhole(Phrase phrase) throws Misreading {
        if (!phrase.matcher(WHOLE).matches()) {
            throw phrase.misread(Code.VALUE, "be a whole number such as 5", "");
        }
        return Long.parseLong(phrase.text());
    }

    static double decimal(Phrase phrase) throws Misreading {
        if (!phrase.matcher(BARE).matches()) {
            throw phrase.misread(Code.VALUE, "be a number such as 1.5", "");
        }
        return Double.parseDouble(phrase.text());
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
