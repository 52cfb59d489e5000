package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RequestFigures;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the measures off one run. NaN means that it could not be observed; infinity that it never came.
 */
final class Reading {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double NANOS = 1e9;

    /** Windows that a person would write, the longest first. */
    private static final List<Duration> WINDOWS = Stream.of(30_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
            .map(Duration::ofMillis)
            .toList();

    private final RunResult run;
    private final Claim claim;

    Reading(RunResult run, Claim claim) {
        this.run = run;
        this.claim = claim;
    }

    /** Returns the measure in its base unit. */
    double observed() {
        double from = from();
        double until = until();
        if (!(from < until) || from >= run.clock().lengthNanos() / NANOS) {
            return Double.NaN;
        }
        return switch (claim.measure()) {
            case INCIDENT_START -> incident(incident -> incident.startNanos() / NANOS);
            case INCIDENT_END -> incident(incident -> orNever(incident.endNanos()));
            case INCIDENT_DURATION -> incidentDuration();
            case IMPACT_TOTAL -> ifAsked(run.impactTotalNanos() / NANOS);
            case IMPACT_LONGEST -> ifAsked(run.impactLongestNanos() / NANOS);
            case IMPACT_OVER -> ifAsked(impactOver(from, until));
            case BLACKOUT_START ->
                run.blackouts().isEmpty() ? NEVER : run.blackouts().get(0).startNanos() / NANOS;
            case BLACKOUT_END -> blackoutEnd();
            case BLACKOUT_TOTAL ->
                run.blackouts().stream().mapToLong(Interval::lengthNanos).sum() / NANOS;
            case USERS_AFFECTED -> run.users().affectedShare();
            case SUCCESS -> successShare(from, until);
            case REQUESTS_FAILED -> sum(from, until, false);
            case REQUESTS_SUCCEEDED -> sum(from, until, true);
            case RESPONSE_MEAN -> response(ResponseTimes::mean);
            case RESPONSE_P50 -> response(ResponseTimes::p50);
            case RESPONSE_P90 -> response(ResponseTimes::p90);
            case RESPONSE_P99 -> response(ResponseTimes::p99);
            case RESPONSE_P999 -> response(ResponseTimes::p999);
            case CRASHES -> count(Event.CRASHED, claim.subject(), from, until);
            case WRITES_LOST -> failovers(false);
            case FAIL_OVER -> failovers(true);
            case PAGES -> count(Event.PAGED, null, from, until);
            case TIME_TO_CRASH -> timeToCrash(from, until);
            case DETECT -> phase(run.phases().detect());
            case ACKNOWLEDGE -> phase(run.phases().acknowledge());
            case DIAGNOSE -> phase(run.phases().diagnose());
            case MITIGATE -> phase(run.phases().mitigate());
            case RECOVER -> phase(run.phases().recover());
            case RECOVERY_TIME ->
                run.aftermath() == null ? Double.NaN : run.aftermath().recoverySeconds();
        };
    }

    /**
     * Returns why there was nothing to count, and what would help, where that is so as requests are counted by whole windows and none fits; nothing
     * where it is for another reason, or is not so.
     */
    Optional<String> noWindow() {
        double from = Math.max(0, from());
        double until = Math.min(run.clock().lengthNanos() / NANOS, until());
        boolean isByWindow =
                claim.measure() == Measure.SUCCESS || claim.measure().countsRequests();
        if (!isByWindow || !(from < until) || firstWindow(run.minutes(), from) < endWindow(run.minutes(), until)) {
            return Optional.empty();
        }
        return Optional.of("requests are counted by windows of "
                + Spans.text(Duration.ofNanos(run.minutes().binNanos()))
                + ", and no whole one lies in the "
                + Spans.text(Duration.ofNanos((long) ((until - from) * NANOS)))
                + " that it is about; " + shorter((long) ((until - from) * NANOS)));
    }

    /** Names a window of which one is whole in any stretch of {@code nanos}: those that are half as long. */
    private static String shorter(long nanos) {
        return WINDOWS.stream()
                .filter(window -> 2 * window.toNanos() <= nanos)
                .findFirst()
                .map(window -> "have them counted by a shorter time, define: { impact: { window: " + Spans.text(window)
                        + " } }, or make that time longer")
                .orElse("make that time longer");
    }

    /** Returns the limit in the base unit of the measure; NaN if it hangs on a step that did not run, or on a baseline that is not there. */
    double limit() {
        if (claim.limit() instanceof Limit.Time time) {
            return seconds(time.anchor());
        } else if (claim.limit() instanceof Limit.Baseline baseline) {
            return baseline.resolved();
        }
        return ((Limit.Value) claim.limit()).value();
    }

    private double from() {
        Span span = claim.span();
        return span.from() == null ? 0 : seconds(span.from());
    }

    private double until() {
        Span span = claim.span();
        return span.until() == null ? run.clock().lengthNanos() / NANOS : seconds(span.until());
    }

    private double seconds(Anchor anchor) {
        if (anchor instanceof Anchor.At at) {
            return (run.clock().nanosAt(at.moment()) + at.plus().toNanos()) / NANOS;
        }
        Anchor.AfterStep after = (Anchor.AfterStep) anchor;
        OptionalLong done = run.journal()
                .of(Event.STEP_DONE)
                .filter(entry -> entry.subject().equals(after.step()))
                .mapToLong(JournalEntry::atNanos)
                .findFirst();
        return done.isEmpty() ? Double.NaN : (done.getAsLong() + after.plus().toNanos()) / NANOS;
    }

    /** Without a single request nothing can be said about success. */
    private double ifAsked(double value) {
        return run.requests().offered() == 0 ? Double.NaN : value;
    }

    private double incident(ToDoubleFunction<Incident> figure) {
        Incident incident = run.incident();
        return incident == null ? NEVER : figure.applyAsDouble(incident);
    }

    private double incidentDuration() {
        Incident incident = run.incident();
        return incident == null ? 0 : orNever(incident.endNanos()) - incident.startNanos() / NANOS;
    }

    private double impactOver(double from, double until) {
        List<Interval> impacts = run.impacts().stream()
                .filter(impact -> impact.endNanos() / NANOS > from && impact.startNanos() / NANOS < until)
                .toList();
        if (impacts.isEmpty()) {
            return 0;
        }
        Interval last = impacts.get(impacts.size() - 1);
        double start = claim.span().from() == null ? impacts.get(0).startNanos() / NANOS : from;
        return last.open() ? NEVER : last.endNanos() / NANOS - start;
    }

    private static double orNever(@Nullable Long nanos) {
        return nanos == null ? NEVER : nanos / NANOS;
    }

    private double blackoutEnd() {
        if (run.blackouts().isEmpty()) {
            return Double.NaN;
        }
        Interval last = run.blackouts().get(run.blackouts().size() - 1);
        return last.open() ? NEVER : last.endNanos() / NANOS;
    }

    private double response(ToDoubleFunction<ResponseTimes> figure) {
        RequestFigures figures = figures();
        ResponseTimes times =
                claim.subject() == null ? run.responseTimes() : figures == null ? null : figures.responseTimes();
        return times == null ? Double.NaN : figure.applyAsDouble(times);
    }

    private double successShare(double from, double until) {
        double good = sum(from, until, true);
        return good / (good + sum(from, until, false));
    }

    /** Returns the figures of the class of requests that the claim is about; null if it is not about one that was seen. */
    private @Nullable RequestFigures figures() {
        return claim.subject() == null ? null : run.classes().get(claim.subject());
    }

    private double sum(double from, double until, boolean good) {
        TimeSeries minutes = run.minutes();
        RequestFigures figures = figures();
        if (figures != null) {
            return sum(minutes, good ? figures.succeeded() : figures.failed(), from, until);
        }
        return claim.subject() == null
                ? sum(minutes, good ? minutes.succeeded() : minutes.failed(), from, until)
                : Double.NaN;
    }

    /** Sums over the whole minutes in the span; NaN if there is none. */
    private static double sum(TimeSeries minutes, List<Long> counts, double from, double until) {
        int first = firstWindow(minutes, from);
        int end = endWindow(minutes, until);
        double sum = first < end ? 0 : Double.NaN;
        for (int i = first; i < end; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    private static int firstWindow(TimeSeries minutes, double from) {
        return (int) Math.max(0, Math.ceil(from / (minutes.binNanos() / NANOS)));
    }

    private static int endWindow(TimeSeries minutes, double until) {
        return (int) Math.min(minutes.size(), Math.floor(until / (minutes.binNanos() / NANOS)));
    }

    private double count(Event event, @Nullable String subject, double from, double until) {
        if (run.journal().dropped() > 0) {
            return Double.NaN;
        }
        return run.journal()
                .of(event)
                .filter(entry -> subject == null || entry.subject().equals(subject))
                .filter(entry -> entry.atNanos() / NANOS >= from && entry.atNanos() / NANOS < until)
                .count();
    }

    /** Returns the longest failover, or the writes that all of them lost. */
    private double failovers(boolean time) {
        ComponentFigures figures =
                claim.subject() == null ? null : run.components().get(claim.subject());
        if (figures == null) {
            return Double.NaN;
        }
        return time
                ? figures.failovers().stream()
                        .mapToDouble(Failover::seconds)
                        .max()
                        .orElse(0)
                : figures.writesLost();
    }

    private double timeToCrash(double from, double until) {
        if (run.journal().dropped() > 0) {
            return Double.NaN;
        }
        double start = first(Event.UP, from, until);
        double crash = first(Event.CRASHED, from, until);
        return crash - (start < crash ? start : from);
    }

    private double first(Event event, double from, double until) {
        return run.journal()
                .of(event)
                .filter(entry -> entry.subject().equals(claim.subject()))
                .mapToDouble(entry -> entry.atNanos() / NANOS)
                .filter(at -> at >= from && at < until)
                .findFirst()
                .orElse(NEVER);
    }

    private double phase(@Nullable Long nanos) {
        Long trigger = run.phases().trigger();
        return trigger == null ? 0 : nanos == null ? NEVER : (nanos - trigger) / NANOS;
    }
}
