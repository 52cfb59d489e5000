package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.compare.Cost;
import dev.foreshock.scenarios.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What measures take: once, or each time that something happens. */
final class Costs {

    static final String PATTERN = Numbers.DECIMAL + "(?: ?/ ?[A-Za-z][A-Za-z0-9_-]*)?";

    private static final Pattern COST = Pattern.compile("(" + Numbers.DECIMAL + ")(?: ?/ ?([A-Za-z][A-Za-z0-9_-]*))?");

    private static final Pattern NEGATIVE = Pattern.compile("-" + COST.pattern());

    private Costs() {}

    /** Reads a cost; its unit is the name of the setting. */
    static Cost cost(Phrase phrase) throws Misreading {
        if (phrase.matcher(NEGATIVE).matches()) {
            throw phrase.misread(Code.RANGE, "be at least 0", "0 is free");
        }
        Matcher match = phrase.matcher(COST);
        if (!match.matches()) {
            throw phrase.misread(
                    Code.VALUE,
                    "be a number, or a number for each time such as 26280/year",
                    "the unit is the name: days: 2, or server-hours: 15/promo");
        }
        String per = match.group(2) == null ? "" : match.group(2);
        return new Cost(phrase.subject(), Double.parseDouble(match.group(1)), per);
    }
}
