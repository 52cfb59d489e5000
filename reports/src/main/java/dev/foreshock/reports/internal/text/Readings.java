package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import org.jspecify.annotations.Nullable;

/** Writes estimates: the value, and half the width of its interval. */
public final class Readings {
    private Readings() {}

    /** Returns a value in the base unit of {@code dimension}. */
    public static String value(Dimension dimension, double value, Clock clock) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "never" : "not observed";
        }
        return switch (dimension) {
            case SHARE -> Amounts.share(value);
            case RATE -> Amounts.digits(value) + "/s";
            case COUNT -> Amounts.count(value);
            case TIME -> Amounts.span(value);
            case INSTANT -> Times.ofDay(clock, Times.nanos(value));
        };
    }

    /** Returns half the width of an interval; {@code n=1} where there is none. */
    public static String width(Dimension dimension, @Nullable Estimate estimate) {
        if (estimate == null) {
            return "";
        }
        if (estimate.n() == 1) {
            return "n=1";
        }
        double half = estimate.halfWidth();
        return "±"
                + (half == 0
                        ? "0"
                        : switch (dimension) {
                            case SHARE -> Amounts.points(half);
                            case RATE -> Amounts.digits(half) + "/s";
                            case COUNT -> Amounts.count(half);
                            case TIME, INSTANT -> Amounts.span(half);
                        });
    }

    /** Returns value and half width in one text. */
    public static String both(Dimension dimension, Estimate estimate, Clock clock) {
        String width = width(dimension, estimate);
        return value(dimension, estimate.value(), clock) + (width.equals("n=1") ? " (n=1)" : " " + width);
    }

    /** Returns what a judgement observed, without its width. */
    public static String observed(Judgement judgement, Clock clock) {
        Estimate observed = judgement.observed();
        if (observed != null) {
            return (judgement.isAtLeast() ? "at least " : "")
                    + value(judgement.claim().measure().dimension(), observed.value(), clock);
        }
        int n = judgement.holds().n();
        long never = Math.round(judgement.neverShare() * n);
        if (never == 0 || never == n) {
            return never == 0 ? "not observed" : "never";
        }
        Estimate median = judgement.median();
        String middle = median == null || !Double.isFinite(median.value())
                ? ""
                : "; median " + value(judgement.claim().measure().dimension(), median.value(), clock);
        return "never in " + never + " of " + n + middle;
    }

    /** Returns from where to where an interval goes, of which an end may be unknown or infinite. */
    public static String range(Dimension dimension, Estimate estimate, Clock clock) {
        String low = Double.isInfinite(estimate.low()) ? "?" : value(dimension, estimate.low(), clock);
        return low + " to " + value(dimension, estimate.high(), clock);
    }

    /** Returns the half width of what a judgement observed. */
    public static String width(Judgement judgement) {
        return width(judgement.claim().measure().dimension(), judgement.observed());
    }
}
