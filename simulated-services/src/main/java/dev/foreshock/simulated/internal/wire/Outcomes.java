package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.result.Outcome;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** How a call ended, as an answer by HTTP and back. */
public final class Outcomes {
    /** Says the outcome by its name, as several have one status. */
    private static final String HEADER = "foreshock-outcome";

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
    public static void answer(HttpServerRequest call, Outcome outcome) {
        call.response()
                .setStatusCode(status(outcome))
                .putHeader(HEADER, outcome.text())
                .end();
    }

    /** Returns the outcome of an answer, which need not come from a part of the twin: a proxy can have given it. */
    static Outcome of(HttpClientResponse response) {
        String said = response.getHeader(HEADER);
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(said)) {
                return outcome;
            }
        }
        int status = response.statusCode();
        return status < 400 ? Outcome.OK : status == 503 ? Outcome.SHED : Outcome.ERROR;
    }

    /** Returns the outcome of a call without an answer: nobody listens there, or the connection went. */
    static Outcome of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return Outcome.REFUSED;
            }
        }
        return Outcome.RESET;
    }
}
