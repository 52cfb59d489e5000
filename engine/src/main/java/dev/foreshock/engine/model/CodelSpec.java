package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * Controlled delay, as servers do it: a request is shed when its turn comes if it has waited longer than an interval, or longer than
 * a much shorter target while the queue stands, that is, has not been empty for an interval. A burst may wait; a standing queue
 * may not (Maurer, "Fail at scale", ACM Queue 13(8), 2015; the packet queue of the same name is RFC 8289, with the same defaults).
 *
 * @param target how long a request may have waited while the queue stands
 * @param interval how long it may have waited otherwise, and for how long a queue that stands has not been empty
 */
@Doc("Controlled delay: requests that waited too long are shed when their turn comes.")
public record CodelSpec(
        @Doc("How long a request may have waited while the queue stands, that is, has not been empty for the interval.")
        @Default("5ms")
        @Range
        Duration target,

        @Doc("How long a request may have waited otherwise.") @Default("100ms") @Range(min = 1e-6)
        Duration interval) {
    /** A target of 5 ms and an interval of 100 ms. */
    public static final CodelSpec USUAL = new CodelSpec(Duration.ofMillis(5), Duration.ofMillis(100));
}
