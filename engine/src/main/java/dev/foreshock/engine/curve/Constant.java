package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Rate;

/**
 * The same rate all the time.
 *
 * @param rate the rate
 */
@Doc("The same rate all the time; a bare rate means this.")
@Shorthand("rate")
public record Constant(@Doc("The rate.") @Scales Load rate) implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        double perSecond = rate.against(usual).perSecond();
        return nanos -> perSecond;
    }
}
