package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.result.Outcome;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Redispatch: a call that failed at one target is sent to another. As HAProxy's {@code retries} with {@code option redispatch 1} and
 * {@code retry-on}, or Envoy's retry policy with {@code previous_hosts}.
 *
 * @param times how often a call is sent once more
 * @param on the ends of an attempt after which it is
 */
@Doc("A call that failed at one target is sent to another.")
@Shorthand("times")
public record RedispatchSpec(
        @Doc("How often a call is sent once more, each time to a target that it was not sent to yet, if there is one.")
        @Default("1")
        @Range(min = 1, max = 100)
        int times,

        @Doc(
                "The ends of an attempt after which it is: refused (no connection), reset, timed-out (which needs a 'timeout'), shed, "
                        + "error. Only what is refused was surely not begun.")
        @Default("refused")
        Set<On> on)
        implements Validated {
    /** How an attempt ended. */
    public enum On {
        /** There was no connection. */
        REFUSED(Outcome.REFUSED),
        /** The connection broke. */
        RESET(Outcome.RESET),
        /** There was no answer in time. */
        TIMED_OUT(Outcome.TIMED_OUT),
        /** The target turned it away. */
        SHED(Outcome.SHED),
        /** The target answered with an error. */
        ERROR(Outcome.ERROR);

        private final Outcome outcome;

        On(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    /** Copies the set. */
    public RedispatchSpec {
        on = Collections.unmodifiableSet(new TreeSet<>(on));
    }

    @Override
    public void validate(Problems problems) {
        if (on.isEmpty()) {
            problems.at("on").add(Flaw.CONFLICT, "a redispatch must be on something, but 'on' was empty", "[refused]");
        }
    }

    /** Returns so many redispatches after any failure. */
    public static RedispatchSpec onAny(int times) {
        return new RedispatchSpec(times, Set.of(On.values()));
    }

    /** Tells whether a call that ended so is sent once more. */
    public boolean isOn(Outcome outcome) {
        return on.stream().anyMatch(each -> each.outcome == outcome);
    }
}
