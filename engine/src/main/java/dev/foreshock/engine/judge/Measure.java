package dev.foreshock.engine.judge;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.unit.Dimension;
import org.jspecify.annotations.Nullable;

/** What a claim can speak of. Instants and times are in seconds. */
public enum Measure {
    /** When the first responder was paged. */
    @Doc("When the first responder was paged.")
    INCIDENT_START("incident.start", Dimension.INSTANT, null, false),
    /** When all traffic was back where it belongs with recovered success; never, if that did not happen. */
    @Doc("When all traffic was back where it belongs with recovered success; never, if that did not happen.")
    INCIDENT_END("incident.end", Dimension.INSTANT, null, false),
    /** From the first page to the end of the incident; 0 if nobody was paged. */
    @Doc("From the first page to the end of the incident; 0 if nobody was paged.")
    INCIDENT_DURATION("incident.duration", Dimension.TIME, null, false),
    /** All impacts together. */
    @Doc("All impacts together.")
    IMPACT_TOTAL("impact.total", Dimension.TIME, null, false),
    /** The longest impact. */
    @Doc("The longest impact.")
    IMPACT_LONGEST("impact.longest", Dimension.TIME, null, false),
    /** From the start of the span, or of the first impact, until no impact is left. */
    @Doc(
            "From the start of the span (the end of a trigger, say), or of the first impact where there is no span, until every impact that reaches into it is over; 0 if there was none, never if one lasts to the end of the run.")
    IMPACT_OVER("impact.over", Dimension.TIME, null, true),
    /** When the first blackout began; never, if there was none. */
    @Doc("When the first blackout began; never, if there was none.")
    BLACKOUT_START("blackout.start", Dimension.INSTANT, null, false),
    /** When the last blackout ended; never, if it lasted to the end of the run. */
    @Doc("When the last blackout ended; never, if it lasted to the end of the run.")
    BLACKOUT_END("blackout.end", Dimension.INSTANT, null, false),
    /** All blackouts together. */
    @Doc("All blackouts together.")
    BLACKOUT_TOTAL("blackout.total", Dimension.TIME, null, false),
    /** Affected users as a share of the population. */
    @Doc("Affected users as a share of the population.")
    USERS_AFFECTED("users.affected", Dimension.SHARE, null, false),
    /** Share of the requests sent in the span that succeeded. */
    @Doc("Share of the requests sent in the span that succeeded.")
    SUCCESS("success", Dimension.SHARE, Named.REQUEST, true),
    /** Requests that did not succeed. */
    @Doc("Requests that did not succeed.")
    REQUESTS_FAILED("requests.failed", Dimension.COUNT, Named.REQUEST, true),
    /** Requests that were answered as wanted, in time. */
    @Doc("Requests that were answered as wanted, in time: where each shows a page, page views shown.")
    REQUESTS_SUCCEEDED("requests.succeeded", Dimension.COUNT, Named.REQUEST, true),
    /** Mean response time of all requests. */
    @Doc("Mean response time of all requests.")
    RESPONSE_MEAN("response-time.mean", Dimension.TIME, Named.REQUEST, false),
    /** Median response time of all requests. */
    @Doc("Median response time of all requests.")
    RESPONSE_P50("response-time.p50", Dimension.TIME, Named.REQUEST, false),
    /** 90 % quantile of the response time of all requests. */
    @Doc("90 % quantile of the response time of all requests.")
    RESPONSE_P90("response-time.p90", Dimension.TIME, Named.REQUEST, false),
    /** 99 % quantile of the response time of all requests. */
    @Doc("99 % quantile of the response time of all requests.")
    RESPONSE_P99("response-time.p99", Dimension.TIME, Named.REQUEST, false),
    /** 99.9 % quantile of the response time of all requests. */
    @Doc("99.9 % quantile of the response time of all requests.")
    RESPONSE_P999("response-time.p999", Dimension.TIME, Named.REQUEST, false),
    /** Crashes of a component. */
    @Doc("Crashes of a component.")
    CRASHES("crashes", Dimension.COUNT, Named.COMPONENT, true),
    /** From the start of the span, or the first start of the component in it, to the next crash; never, if none. */
    @Doc("From the start of the span, or the first start of the component in it, to the next crash; never, if none.")
    TIME_TO_CRASH("time-to-crash", Dimension.TIME, Named.COMPONENT, true),
    /** Writes that a database acknowledged and that its failovers lost. */
    @Doc("Writes that a database with a standby acknowledged, and that are not there any more after its failovers.")
    WRITES_LOST("writes.lost", Dimension.COUNT, Named.COMPONENT, false),
    /** How long a database with a standby acknowledged no write after its primary failed; the longest. */
    @Doc(
            "From the failure of a database's primary until the new one acknowledges a write; the longest, 0 if none failed, never if none does before the end of the run.")
    FAIL_OVER("time-to.fail-over", Dimension.TIME, Named.COMPONENT, false),
    /** Pages sent. */
    @Doc("Pages sent.")
    PAGES("pages", Dimension.COUNT, null, true),
    /** From the start of the first impact to the first page; 0 if there was none. */
    @Doc("From the start of the first impact to the first page; 0 if there was none.")
    DETECT("time-to.detect", Dimension.TIME, null, false),
    /** From the start of the first impact until the first responder acts; 0 if there was none. */
    @Doc("From the start of the first impact until the first responder acts; 0 if there was none.")
    ACKNOWLEDGE("time-to.acknowledge", Dimension.TIME, null, false),
    /** From the start of the first impact until the last finding before mitigation; 0 if there was none. */
    @Doc("From the start of the first impact until the last finding before mitigation; 0 if there was none.")
    DIAGNOSE("time-to.diagnose", Dimension.TIME, null, false),
    /** From the start of the first impact until the step after which it ended; 0 if there was none. */
    @Doc("From the start of the first impact until the step after which it ended; 0 if there was none.")
    MITIGATE("time-to.mitigate", Dimension.TIME, null, false),
    /** From the start of the first impact to the end of the incident; 0 if there was none. */
    @Doc("From the start of the first impact to the end of the incident; 0 if there was none.")
    RECOVER("time-to.recover", Dimension.TIME, null, false),
    /** From the end of the trigger until the last impact that reaches beyond it is over; never, if one lasts to the end of the run. */
    @Doc(
            "From the end of the trigger (the faults, or traffic of twice the usual and more) until the last impact that reaches beyond it is over; 0 if none does or there is no trigger, never if one lasts to the end of the run.")
    RECOVERY_TIME("recovery.time", Dimension.TIME, null, false);

    private final String text;
    private final Dimension dimension;
    private final @Nullable Named subject;
    private final boolean takesSpan;

    Measure(String text, Dimension dimension, @Nullable Named subject, boolean takesSpan) {
        this.text = text;
        this.dimension = dimension;
        this.subject = subject;
        this.takesSpan = takesSpan;
    }

    /** Returns one sentence about it. */
    public String doc() {
        return Settings.doc(this);
    }

    /** Returns the name in files. */
    public String text() {
        return text;
    }

    /** Returns what kind of number it is. */
    public Dimension dimension() {
        return dimension;
    }

    /** Returns what it can be about, named in parentheses; null if it is always about everything. */
    public @Nullable Named subject() {
        return subject;
    }

    /** Tells whether it must name its subject, as what is about one component does. */
    public boolean needsSubject() {
        return subject == Named.COMPONENT;
    }

    /** Tells whether it is about a component that another can take the place of. */
    public boolean needsStandby() {
        return this == WRITES_LOST || this == FAIL_OVER;
    }

    /** Tells whether it counts requests, so that its spans begin and end with minutes. */
    public boolean countsRequests() {
        return this == REQUESTS_FAILED || this == REQUESTS_SUCCEEDED;
    }

    /** Tells whether its size goes with that of a system: of half of the requests and half of the servers there is half of it. */
    public boolean growsWithTheSystem() {
        return countsRequests() || this == WRITES_LOST;
    }

    /**
     * Tells whether it can only grow while a run goes on, so that an upper limit that is passed stays passed: what was counted is
     * not taken back, and an impact does not get shorter. Affected users do so as a share of all who will have come.
     */
    public boolean onlyGrows() {
        return switch (this) {
            case IMPACT_TOTAL,
                    IMPACT_LONGEST,
                    BLACKOUT_TOTAL,
                    USERS_AFFECTED,
                    REQUESTS_FAILED,
                    REQUESTS_SUCCEEDED,
                    CRASHES,
                    PAGES -> true;
            default -> false;
        };
    }

    /** Tells whether it can be restricted to a span of time. */
    public boolean takesSpan() {
        return takesSpan;
    }
}
