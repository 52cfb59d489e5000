package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * A person or team. Works on one step at a time.
 *
 * @param reachedIn from a page until they start to act on it
 * @param joinsIn from being called in for a step until they start, the first time
 */
@Doc("A person or team. Works on one step at a time.")
public record ResponderSpec(
        @Doc("From a page until they start to act on it.") @Default("0s") @Range
        Duration reachedIn,

        @Doc("From being called in for a step until they start, the first time.") @Default("0s") @Range
        Duration joinsIn) {
    /** Returns a responder that a page reaches in {@code time}. */
    public static ResponderSpec reachedIn(Duration time) {
        return new ResponderSpec(time, Duration.ZERO);
    }

    /** Returns a responder that joins in {@code time} when called in. */
    public static ResponderSpec joinsIn(Duration time) {
        return new ResponderSpec(Duration.ZERO, time);
    }
}
