package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Limit.Baseline.Change;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.scenarios.Code;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a limit differs from a baseline: {@code +10%}, {@code x1.5}, {@code -1pt}, {@code +2m}, {@code +3}. */
final class BaselineChanges {

    private static final Pattern TIMES = Pattern.compile("x ?(" + Numbers.DECIMAL + ")");
    private static final Pattern PERCENT = Pattern.compile("([+-]) ?(" + Numbers.DECIMAL + ") ?%");
    private static final Pattern PLUS = Pattern.compile("([+-]) ?(\\S.*)", Pattern.DOTALL);

    private static final Map<Dimension, String> EXAMPLES = Map.of(
            Dimension.SHARE, "baseline -1pt, baseline +10% or baseline x1.5",
            Dimension.RATE, "baseline +10% or baseline x1.5",
            Dimension.COUNT, "baseline +3, baseline +10% or baseline x1.5",
            Dimension.TIME, "baseline +10%, baseline x1.5 or baseline +2m",
            Dimension.INSTANT, "baseline +5m");

    private BaselineChanges() {}

    static Limit read(Phrase phrase, Dimension dimension) throws Misreading {
        boolean instant = dimension == Dimension.INSTANT;
        Matcher times = phrase.matcher(TIMES);
        Matcher percent = phrase.matcher(PERCENT);
        Matcher plus = phrase.matcher(PLUS);
        if (times.matches() && !instant) {
            return Limit.baseline(Change.TIMES, Double.parseDouble(times.group(1)));
        } else if (percent.matches() && !instant) {
            return Limit.baseline(Change.PERCENT, signed(percent.group(1), Double.parseDouble(percent.group(2)) / 100));
        } else if (plus.matches() && !percent.matches()) {
            double amount = Dimensions.tolerance(phrase.group(plus, 2), "the difference from the baseline", dimension);
            return Limit.baseline(Change.PLUS, signed(plus.group(1), amount));
        }
        throw phrase.misread(Code.DIMENSION, "be compared with " + EXAMPLES.get(dimension), "");
    }

    private static double signed(String sign, double value) {
        return sign.equals("-") ? -value : value;
    }
}
