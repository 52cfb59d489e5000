package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.reports.internal.account.Rehearsal.Compared;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the numbers of one figure of a rehearsal with as few decimals as tell where what was observed lies. Where the usual ones would print it as
 * the very end of the interval that it is beyond, all numbers of the figure have more.
 */
final class FigureText {
    /** More decimals than that nobody reads: what lies so close to an end is printed as the end. */
    private static final int MOST = 9;

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /** Figures that are 0 where nothing of their kind happened. */
    private static final Set<Kind> COUNTS = EnumSet.of(Kind.GOODPUT, Kind.IMPACT, Kind.WRITES_LOST);

    private final Kind kind;
    private final int more;

    private FigureText(Kind kind, int more) {
        this.kind = kind;
        this.more = more;
    }

    static FigureText of(Compared compared) {
        Kind kind = compared.figure().kind();
        for (int more = 0; more <= MOST; more++) {
            FigureText text = new FigureText(kind, more);
            if (text.tells(compared)) {
                return text;
            }
        }
        return new FigureText(kind, 0);
    }

    /** What lies within stays there however it is rounded, as the ends are rounded alike. */
    private boolean tells(Compared compared) {
        Foretold foretold = compared.foretold();
        Double observed = compared.observed();
        if (foretold == null || observed == null) {
            return true;
        }
        return switch (compared.lies()) {
            case BELOW -> read(observed).compareTo(read(foretold.low())) < 0;
            case ABOVE -> read(observed).compareTo(read(foretold.high())) > 0;
            case INSIDE, SELDOM, MISSING, NEVER_SIMULATED -> true;
        };
    }

    /** Returns a value with its unit; {@code none} for a count of what did not happen once, which is known and not missing. */
    String text(double value) {
        if (value == 0 && COUNTS.contains(kind)) {
            return "none";
        } else if (kind == Kind.GOODPUT) {
            return digits(value) + "/s";
        } else if (kind == Kind.WRITES_LOST) {
            return digits(value);
        }
        return digits(value) + (isInMillis(value) ? " ms" : " s");
    }

    /** Returns what a reader reads, in the base unit. */
    private BigDecimal read(double value) {
        BigDecimal number = new BigDecimal(digits(value));
        return isInMillis(value) ? number.divide(MILLIS) : number;
    }

    private String digits(double value) {
        if (kind == Kind.WRITES_LOST) {
            return fixed(value, 0);
        } else if (kind == Kind.GOODPUT) {
            return fixed(value, 1);
        }
        return isInMillis(value) ? fixed(value * 1e3, 1) : fixed(value, 2);
    }

    private String fixed(double value, int usual) {
        return String.format(Locale.ROOT, "%." + (usual + more) + "f", value);
    }

    private boolean isInMillis(double value) {
        return kind != Kind.GOODPUT && kind != Kind.WRITES_LOST && value < 1 && value > 0;
    }
}
