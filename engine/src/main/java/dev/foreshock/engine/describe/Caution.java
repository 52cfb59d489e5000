package dev.foreshock.engine.describe;

/**
 * Something legal that is likely not meant: the scenario runs, but a part of it does nothing, or less than it says.
 *
 * @param kind what kind of nonsense
 * @param path where it is, as dotted names in file spelling, such as {@code components.web.calls.db.timeout}
 * @param message what is odd, with its numbers
 * @param help the way out; empty when there is none to name
 * @param otherPath another place that explains it; empty if there is none
 * @param otherMessage what is there; empty if there is none
 */
public record Caution(Kind kind, String path, String message, String help, String otherPath, String otherMessage) {
    /** The kinds of nonsense; each has a warning code in files. */
    public enum Kind {
        /** A timeout longer than the caller's own caller waits. */
        TIMEOUT_BEYOND_CALLER,
        /** Attempts and waits that together take longer than the caller's own caller waits. */
        RETRIES_BEYOND_CALLER,
        /** Retries that multiply the load of an outage without limit. */
        RETRIES_WITHOUT_BUDGET,
        /** A component that is offered more than it can serve and sheds nothing. For information: it may be the point. */
        OVERLOAD_WITHOUT_SHEDDING,
        /** A measured component that is offered more than was ever measured. */
        BEYOND_MEASURED,
        /** A claim about something that gets no traffic. */
        CLAIM_WITHOUT_TRAFFIC,
        /** A monitor that watches something that gets no traffic. */
        MONITOR_WITHOUT_TRAFFIC,
        /** An alert whose condition can never hold for its time. */
        ALERT_CANNOT_FIRE,
        /** An alert that pages nobody. */
        ALERT_PAGES_NOBODY,
        /** A responder whom nobody pages and no step calls in. */
        RESPONDER_IDLE,
        /** A step of the runbook that can never start. */
        STEP_CANNOT_START,
        /** A traffic curve that brings nobody while the scenario plays. */
        CURVE_SILENT,
        /** A traffic curve that ends before it starts. */
        CURVE_REVERSED,
        /** A recording that does not last as long as the scenario. */
        RECORDING_TOO_SHORT,
        /** A budget for retries that are never made. */
        BUDGET_WITHOUT_RETRIES,
        /** Requests for which a component that calls others calls nothing. */
        REQUESTS_CALL_NOTHING,
        /** A claim about crashes where nothing can crash. */
        CRASH_IMPOSSIBLE,
        /** A setting that has no effect beside the others of its component. */
        SETTING_WITHOUT_EFFECT,
        /** A class of users without traffic. */
        USERS_WITHOUT_TRAFFIC
    }

    /** Creates a caution with one place and nothing else to point at. */
    public Caution(Kind kind, String path, String message, String help) {
        this(kind, path, message, help, "", "");
    }

    /** Returns this caution, explained by {@code there} at another place. */
    public Caution explainedAt(String other, String there) {
        return new Caution(kind, path, message, help, other, there);
    }

    @Override
    public String toString() {
        return path + ": " + message + (help.isEmpty() ? "" : " (" + help + ")");
    }
}
