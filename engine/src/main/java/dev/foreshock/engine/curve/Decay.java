package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/**
 * Starts at once with the full rate, which halves again and again.
 *
 * @param at when it starts
 * @param rate the rate at the start
 * @param halfLife the time in which the rate halves
 */
@Doc("Starts at once with the full rate, which halves again and again.")
public record Decay(
        @Doc("When it starts.") Moment at,
        @Doc("The rate at the start.") @Scales Load rate,

        @Doc("The time in which the rate halves.") @Range(min = 1e-3)
        Duration halfLife)
        implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        return new Step(at, rate, at, halfLife).on(clock, usual);
    }
}
