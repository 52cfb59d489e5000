package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.internal.wire.Outcomes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Gatling says of requests that failed, in its own words. */
final class Messages {
    private static final Pattern SAID = Pattern.compile("header\\(" + Outcomes.HEADER + "\\).*found (.*)");
    private static final Pattern STATUS = Pattern.compile("status\\..*, (\\d+) is not");

    private Messages() {}

    /** Returns how a request ended. */
    static Outcome outcome(boolean ok, String message) {
        Matcher said = SAID.matcher(message);
        Matcher status = STATUS.matcher(message);
        if (ok) {
            return Outcome.OK;
        } else if (said.find()) {
            return Outcomes.of(said.group(1), 500);
        } else if (status.find()) {
            return Outcomes.of(null, Integer.parseInt(status.group(1)));
        } else if (message.startsWith("Request timeout")) {
            return Outcome.TIMED_OUT;
        }
        return message.contains("ConnectException") ? Outcome.REFUSED : Outcome.RESET;
    }
}
