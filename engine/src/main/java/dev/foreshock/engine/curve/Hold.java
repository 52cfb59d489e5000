package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;

/**
 * A rate between two times and nothing outside.
 *
 * @param from when it starts
 * @param until when it ends
 * @param rate the rate in between
 */
@Doc("A rate between two times and nothing outside.")
public record Hold(
        @Doc("When it starts.") Moment from,
        @Doc("When it ends.") Moment until,
        @Doc("The rate in between.") @Scales Load rate)
        implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        return new Step(from, rate, until, null).on(clock, usual);
    }
}
