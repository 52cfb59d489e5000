package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server comes back after a crash.
 *
 * @param takes from the start command until it accepts requests
 * @param automatic how long after a crash it restarts by itself, or null if a person must do it
 * @param cold its speed while cold
 * @param coldFor how long it is cold after it is up
 */
@Doc("How a server comes back after a crash.")
public record RestartSpec(
        @Doc("From the start command until it accepts requests.") @Default("60s") @Range @OfStory
        Duration takes,

        @Doc("How long after a crash it restarts by itself; if left out, a person must do it.")
        @OfStory
        @Range
        @Nullable
        Duration automatic,

        @Relief(to = Relief.To.MOST, by = Influence.BEHAVIOR, without = "It is at full speed as soon as it is up.")
        @Doc("Its speed while cold.")
        @Default("100%")
        @Range(min = 0.001, max = 1)
        Percent cold,

        @Doc("How long it is cold after it is up.") @Default("0s") @Range @OfStory
        Duration coldFor) {
    /** A minute to start, by hand, at full speed at once. */
    public static final RestartSpec PLAIN = byHand(Duration.ofSeconds(60), Percent.HUNDRED, Duration.ZERO);

    /** Returns a restart that a person starts. */
    public static RestartSpec byHand(Duration takes, Percent cold, Duration coldFor) {
        return new RestartSpec(takes, null, cold, coldFor);
    }
}
