package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.result.Outcome;

/**
 * The answer to a call.
 *
 * @param outcome how it ended
 * @param insideNanos how long it was in the component, or -1 if nobody said
 */
public record Answer(Outcome outcome, long insideNanos) {
    /** Nobody said. */
    public static final long UNKNOWN = -1;

    static Answer of(Outcome outcome) {
        return new Answer(outcome, UNKNOWN);
    }
}
