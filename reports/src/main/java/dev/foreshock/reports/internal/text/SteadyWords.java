package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Locale;

/** Says in words and numbers what a steady run came to. */
public final class SteadyWords {
    private SteadyWords() {}

    /** Returns the line: {@code counter · steady run of 5h · seed 7 · 431 291 events · 23.4 s}. */
    public static String headline(String scenario, SteadyRun run, Duration wall) {
        return Markup.printable(scenario) + " · steady run of " + span(run.lengthNanos()) + " · seed " + run.seed()
                + " · " + Amounts.count((double) run.events()) + " events · " + Amounts.span(wall.toMillis() / 1e3);
    }

    /** Returns a value of a measure with its unit. */
    public static String number(String measure, double value) {
        if (isTime(measure)) {
            return String.format(Locale.ROOT, "%.4g s", value);
        } else if (isGoodput(measure)) {
            return String.format(Locale.ROOT, "%.4g/s", value);
        } else if (isLevel(measure)) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }

    /** Returns a value and half the width of its interval. */
    public static String both(String measure, Estimate seen) {
        return number(measure, seen.value()) + " ± " + number(measure, seen.halfWidth());
    }

    /** Tells whether a measure is a time, in seconds. */
    public static boolean isTime(String measure) {
        return measure.startsWith("response-time.");
    }

    /** Tells whether a measure is of successes per second. */
    public static boolean isGoodput(String measure) {
        return measure.equals("goodput");
    }

    /** Tells whether a measure is a number of requests. */
    public static boolean isLevel(String measure) {
        return measure.equals("in-flight");
    }

    /** Returns a correlation of batches. */
    public static String correlation(SteadyMeasure measure) {
        return String.format(Locale.ROOT, "%.2f", measure.correlation());
    }

    /** Returns whether a measure is to be trusted; empty where another measure is why it is not. */
    public static String trust(SteadyMeasure measure, SteadyRun run) {
        return measure.isIndependent() ? (run.isTrusted() ? "trusted" : "") : "shorter batches hang together";
    }

    /** Returns what was deleted, and whether the rest is to be trusted. */
    public static String warmUp(SteadyRun run) {
        if (run.warmUp().method() == WarmUp.Method.NOT_FOUND) {
            return "it did not settle in the first half, so there is nothing to measure: it never does, or takes a run of "
                    + span(run.wantedNanos()) + " and more";
        }
        return "warm-up of " + span(run.warmUp().nanos()) + " deleted ("
                + (run.warmUp().method() == WarmUp.Method.GIVEN ? "given" : "MSER-5") + "), " + run.batches()
                + " batches; "
                + (run.isTrusted()
                        ? "the intervals are to be trusted"
                        : "no interval is to be trusted, as the run is too short for "
                                + Markup.printable(String.join(", ", run.untrusted())) + ": a run of "
                                + span(run.wantedNanos()) + " would do");
    }

    /** Returns a length of time in whole seconds, as files write it. */
    public static String span(long nanos) {
        return Spans.text(Math.round(nanos / 1e9) * 1_000_000_000L);
    }
}
