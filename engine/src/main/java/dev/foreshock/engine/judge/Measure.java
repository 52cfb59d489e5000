package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Dimension;

/** What a claim can speak of. Instants and times are in seconds. */
public enum Measure {
    /** When the first responder was paged. */
    INCIDENT_START("incident.start", Dimension.INSTANT, false, false),
    /** When all traffic was back where it belongs with recovered success; never, if that did not happen. */
    INCIDENT_END("incident.end", Dimension.INSTANT, false, false),
    /** From the first page to the end of the incident; 0 if nobody was paged. */
    INCIDENT_DURATION("incident.duration", Dimension.TIME, false, false),
    /** All impacts together. */
    IMPACT_TOTAL("impact.total", Dimension.TIME, false, false),
    /** The longest impact. */
    IMPACT_LONGEST("impact.longest", Dimension.TIME, false, false),
    /** When the first blackout began; never, if there was none. */
    BLACKOUT_START("blackout.start", Dimension.INSTANT, false, false),
    /** When the last blackout ended; never, if it lasted to the end of the run. */
    BLACKOUT_END("blackout.end", Dimension.INSTANT, false, false),
    /** All blackouts together. */
    BLACKOUT_TOTAL("blackout.total", Dimension.TIME, false, false),
    /** Affected users as a share of the population. */
    USERS_AFFECTED("users.affected", Dimension.SHARE, false, false),
    /** Share of the requests sent in the span that succeeded. */
    SUCCESS("success", Dimension.SHARE, false, true),
    /** Requests that did not succeed. */
    REQUESTS_FAILED("requests.failed", Dimension.COUNT, false, true),
    /** Mean response time of all requests. */
    RESPONSE_MEAN("response-time.mean", Dimension.TIME, false, false),
    /** Median response time of all requests. */
    RESPONSE_P50("response-time.p50", Dimension.TIME, false, false),
    /** 90 % quantile of the response time of all requests. */
    RESPONSE_P90("response-time.p90", Dimension.TIME, false, false),
    /** 99 % quantile of the response time of all requests. */
    RESPONSE_P99("response-time.p99", Dimension.TIME, false, false),
    /** 99.9 % quantile of the response time of all requests. */
    RESPONSE_P999("response-time.p999", Dimension.TIME, false, false),
    /** Crashes of a component. */
    CRASHES("crashes", Dimension.COUNT, true, true),
    /** From the start of the span, or the first start of the component in it, to the next crash; never, if none. */
    TIME_TO_CRASH("time-to-crash", Dimension.TIME, true, true),
    /** Pages sent. */
    PAGES("pages", Dimension.COUNT, false, true),
    /** From the start of the first impact to the first page; 0 if there was none. */
    DETECT("time-to.detect", Dimension.TIME, false, false),
    /** From the start of the first impact until the first responder acts; 0 if there was none. */
    ACKNOWLEDGE("time-to.acknowledge", Dimension.TIME, false, false),
    /** From the start of the first impact until the last finding before mitigation; 0 if there was none. */
    DIAGNOSE("time-to.diagnose", Dimension.TIME, false, false),
    /** From the start of the first impact until the step after which it ended; 0 if there was none. */
    MITIGATE("time-to.mitigate", Dimension.TIME, false, false),
    /** From the start of the first impact to the end of the incident; 0 if there was none. */
    RECOVER("time-to.recover", Dimension.TIME, false, false);

    private final String text;
    private final Dimension dimension;
    private final boolean needsSubject;
    private final boolean takesSpan;

    Measure(String text, Dimension dimension, boolean needsSubject, boolean takesSpan) {
        this.text = text;
        this.dimension = dimension;
        this.needsSubject = needsSubject;
        this.takesSpan = takesSpan;
    }

    /** Returns the name in files. */
    public String text() {
        return text;
    }

    /** Returns what kind of number it is. */
    public Dimension dimension() {
        return dimension;
    }

    /** Tells whether it is about one component, named in parentheses. */
    public boolean needsSubject() {
        return needsSubject;
    }

    /** Tells whether it can be restricted to a span of time. */
    public boolean takesSpan() {
        return takesSpan;
    }
}
