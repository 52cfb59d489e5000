package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.scenarios.Code;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that signals and measures are compared with, each in the unit of its dimension. */
final class Dimensions {

    /** The left side, a comparison, and the right side. */
    static final Pattern COMPARED = Pattern.compile("([^<>=]*)(<=|>=|==|=|<|>)(.*)", Pattern.DOTALL);

    private static final Map<Dimension, String> EXAMPLES = Map.of(
            Dimension.SHARE, "a share such as 95%",
            Dimension.RATE, "a rate such as 120/s",
            Dimension.COUNT, "a number such as 3",
            Dimension.TIME, "a duration such as 15m",
            Dimension.INSTANT, "a time of day such as 09:00, or a time after a step such as 5m after redirect");

    private static final Pattern POINTS = Pattern.compile("(" + Numbers.DECIMAL + ") ?pt");

    private Dimensions() {}

    /** Reads a number in the base unit of {@code dimension}, which is not that of an instant. */
    static double number(Phrase phrase, Dimension dimension) throws Misreading {
        try {
            return switch (dimension) {
                case SHARE -> Quantities.percent(phrase).share();
                case RATE -> Quantities.rate(phrase).perSecond();
                case COUNT -> Numbers.decimal(phrase);
                case TIME, INSTANT -> Quantities.duration(phrase).toNanos() / 1e9;
            };
        } catch (Misreading e) {
            if (e.code() == Code.UNIT || e.code() == Code.RANGE) {
                throw e;
            }
            throw unfit(phrase, dimension);
        }
    }

    static Misreading unfit(Phrase phrase, Dimension dimension) {
        return phrase.misread(Code.DIMENSION, "be compared with " + EXAMPLES.get(dimension), "");
    }

    /** Reads how far off still holds, in the base unit of {@code dimension}. */
    static double tolerance(Phrase phrase, Dimension dimension) throws Misreading {
        return tolerance(phrase, "the tolerance", dimension);
    }

    /** Reads a difference, which messages call {@code subject}, in the base unit of {@code dimension}. */
    static double tolerance(Phrase phrase, String subject, Dimension dimension) throws Misreading {
        Phrase tolerance = phrase.called(subject);
        if (dimension != Dimension.SHARE) {
            return number(tolerance, dimension);
        }
        Matcher match = tolerance.matcher(POINTS);
        if (!match.matches()) {
            String number = tolerance.text().replaceAll("[^0-9.]", "");
            throw tolerance.complain(
                    Code.UNIT,
                    subject + " of a share must be in percentage points, but was " + tolerance.shown(),
                    "write " + (number.isEmpty() ? "5" : number) + "pt");
        }
        return Double.parseDouble(match.group(1)) / 100;
    }

    static Comparison comparison(Phrase phrase) throws Misreading {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.text().equals(phrase.text())) {
                return comparison;
            }
        }
        throw phrase.complain(
                Code.VALUE, "a comparison must be <, <=, >, >= or =, but was " + phrase.shown(), "write =");
    }
}
