package dev.foreshock.engine.live;

import dev.foreshock.engine.result.Outcome;

/**
 * A part of a scenario, run by one thread at the pace of a clock that it is told. Times are nanoseconds since the start of the run and
 * never fall. What comes in from outside comes in at the time that the part was advanced to last.
 */
public sealed interface Part permits ComponentPart, UsersPart {
    /**
     * Carries out everything that is due by {@code nowNanos}, but nothing beyond the end of the run.
     *
     * @return when the next thing is due, in nanoseconds; {@link Long#MAX_VALUE} if nothing is until something comes in
     */
    long advance(long nowNanos);

    /** Takes the answer to a call that this part sent. One that nobody waits for any more is ignored. */
    void answered(long ticket, Outcome outcome);

    /** Returns what a scrape of this part reads now. */
    Scrape scrape();
}
