package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.result.Outcome;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** How a call ended, as an answer by HTTP and back. */
public final class Outcomes {
    /** Says the outcome by its name, as several have one status. */
    public static final String HEADER = "foreshock-outcome";

    /** Says how long the call was in the component, in nanoseconds. */
    public static final String INSIDE = "foreshock-inside";

    private Outcomes() {}

    /** Returns the status that says best what the outcome is. */
    private static int status(Outcome outcome) {
        return switch (outcome) {
            case OK -> 200;
            case ERROR -> 500;
            case SHED, REFUSED -> 503;
            case RESET -> 502;
            case TIMED_OUT -> 504;
            case CANCELLED -> 499;
        };
    }

    /** Answers a call. */
    public static void answer(HttpServerRequest call, Answer answer) {
        HttpServerResponse response = call.response()
                .setStatusCode(status(answer.outcome()))
                .putHeader(HEADER, answer.outcome().text());
        if (answer.insideNanos() >= 0) {
            response.putHeader(INSIDE, String.valueOf(answer.insideNanos()));
        }
        response.end();
    }

    /** Refuses a call, as a component that is down. */
    public static void refuse(HttpServerRequest call) {
        answer(call, Answer.of(Outcome.REFUSED));
    }

    /** Returns the outcome of an answer, which need not come from a part of the twin: a proxy can have given it. */
    static Answer of(HttpClientResponse response) {
        String inside = response.getHeader(INSIDE);
        return new Answer(outcome(response), inside == null ? Answer.UNKNOWN : Long.parseLong(inside));
    }

    private static Outcome outcome(HttpClientResponse response) {
        return of(response.getHeader(HEADER), response.statusCode());
    }

    /**
     * Returns the outcome of an answer.
     *
     * @param said what it says of it, or null
     * @param status its status
     */
    public static Outcome of(@Nullable String said, int status) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(said)) {
                return outcome;
            }
        }
        return switch (status) {
            case 502 -> Outcome.RESET;
            case 503 -> Outcome.REFUSED;
            case 504 -> Outcome.TIMED_OUT;
            default -> status < 400 ? Outcome.OK : Outcome.ERROR;
        };
    }

    /** Returns the outcome of a call without an answer: nobody listens there, or the connection went. */
    static Answer of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return Answer.of(Outcome.REFUSED);
            }
        }
        return Answer.of(Outcome.RESET);
    }
}
