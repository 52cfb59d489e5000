package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Nothing, then at once the full rate; held, and then fading if a half-life is given.
 *
 * @param at when it starts
 * @param rate the rate from then on
 * @param until when holding ends, or null for never
 * @param halfLife the time in which what is left halves after {@code until}, or null to end at once
 */
@Doc("Nothing, then at once the full rate; held until a time, then ending or fading.")
public record Step(
        @Doc("When it starts.") Moment at,
        @Doc("The rate from then on.") @Scales Load rate,

        @Doc("When holding ends; never, if left out.") @Nullable
        Moment until,

        @Doc("The time in which what is left halves after 'until'; without it the traffic ends there.")
        @Range(min = 1e-3)
        @Nullable
        Duration halfLife)
        implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        long start = clock.nanosAt(at);
        double full = rate.against(usual).perSecond();
        return Tail.of(
                new Profile() {
                    @Override
                    public double perSecondAt(long nanos) {
                        return nanos < start ? 0 : full;
                    }

                    @Override
                    public long[] breaksNanos() {
                        return new long[] {start};
                    }
                },
                clock,
                until,
                halfLife);
    }
}
