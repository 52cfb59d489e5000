package dev.foreshock.engine.spi;

import dev.foreshock.engine.result.Outcome;

/** Whoever waits for a call that it made. */
@FunctionalInterface
public interface Caller {
    /**
     * Takes the end of a call, after all its attempts.
     *
     * @param owner the number that was given when the call was made
     * @param outcome how it ended
     * @param nowNanos when
     */
    void returned(int owner, Outcome outcome, long nowNanos);
}
