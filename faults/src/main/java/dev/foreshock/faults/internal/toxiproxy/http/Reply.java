package dev.foreshock.faults.internal.toxiproxy.http;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param kind what the body is
 * @param body the body; empty for none
 */
record Reply(int status, Kind kind, String body) {
    /** What a body is, by its headers. */
    enum Kind {
        NONE,
        JSON,
        VERSION,
        /** As Go's {@code http.Error} writes it. */
        TEXT,
        METRICS,
        /** Events, which go on. */
        STREAM,
        /** The body is where to look instead. */
        LOCATION
    }

    static final Reply STREAM = new Reply(200, Kind.STREAM, "");
    static final Reply NO_CONTENT = new Reply(204, Kind.NONE, "");
    static final Reply METHOD_NOT_ALLOWED = new Reply(405, Kind.NONE, "");
    static final Reply PAGE_NOT_FOUND = new Reply(404, Kind.TEXT, "404 page not found\n");
    static final Reply AGENT_NOT_ALLOWED = new Reply(403, Kind.TEXT, "User agent not allowed\n");

    static Reply json(int status, String body) {
        return new Reply(status, Kind.JSON, body);
    }

    static Reply error(int status, String message) {
        return new Reply(status, Kind.TEXT, "{" + error(message, status) + "}\n");
    }

    /** Returns the fields of an error. */
    static String error(String message, int status) {
        return "\"error\":" + GoJson.string(message) + ",\"status\":" + status;
    }
}
