package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Spans;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ways out for claims that cannot be evaluated.
 *
 * @param clock the clock of the scenario
 */
record ClaimHelp(Clock clock) {
    /** The shortest window that requests can be counted by, in nanoseconds. */
    private static final long SHORTEST = 100_000_000;

    static String ofTheWholeRun(Span span) {
        return "leave out '" + span.toString().strip() + "'; measures of a part of a run are: "
                + listed(Measure::takesSpan);
    }

    static String ofTheWholeSystem(String subject) {
        return "leave out '(" + subject + ")'; measures of one component or class of requests are: "
                + listed(measure -> measure.subject() != null);
    }

    private static String listed(Predicate<Measure> wanted) {
        List<String> names =
                Stream.of(Measure.values()).filter(wanted).map(Measure::text).toList();
        return Spelling.listed(names);
    }

    static String reversed(Anchor.At from, Anchor.At until) {
        return from.equals(until)
                ? "name an end that is later"
                : "write during " + until + " .. " + from + " if that is meant";
    }

    /** Returns a claim about {@code measure} that can be evaluated. */
    static String example(Measure measure) {
        return "such as " + measure.text()
                + switch (measure.dimension()) {
                    case SHARE -> measure == Measure.SUCCESS ? " >= 95%" : " <= 5%";
                    case RATE -> " <= 120/s";
                    case COUNT -> " <= 3";
                    case TIME -> " <= 15m";
                    case INSTANT -> " <= 09:00";
                };
    }

    /** Says when the clock ends. */
    String end() {
        return "the clock ends at " + clock.timeAt(clock.lengthNanos()).toLocalTime() + ", "
                + Spans.text(clock.length()) + " after its start: name an earlier time, or let it run longer";
    }

    /** Names the nearest moment at which a window begins, and a window that begins where the claim says. */
    String wholeWindow(Anchor.At at, long windowNanos) {
        long nanos = clock.nanosAt(at.moment()) + at.plus().toNanos();
        long earlier = nanos / windowNanos * windowNanos;
        long later = earlier + windowNanos;
        boolean isLater = later <= clock.lengthNanos() && (earlier == 0 || 2 * (nanos - earlier) >= windowNanos);
        long nearest = isLater ? later : earlier;
        long shorter = greatestCommonDivisor(nanos, windowNanos);
        String moment = nearest == 0 ? "" : text(at.moment(), nearest) + " does";
        String window = shorter < SHORTEST
                ? ""
                : "have them counted by a shorter time: define: { impact: { window: " + Spans.text(shorter) + " } }";
        return moment + (moment.isEmpty() || window.isEmpty() ? "" : "; or ") + window;
    }

    private String text(Moment like, long nanos) {
        return like instanceof Moment.At ? clock.timeAt(nanos).toLocalTime().toString() : "+" + Spans.text(nanos);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
