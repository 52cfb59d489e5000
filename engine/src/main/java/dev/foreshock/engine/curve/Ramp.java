package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rate that grows in a straight line, is held, and then fades if a half-life is given.
 *
 * @param from when it starts to grow
 * @param to when it is full
 * @param rate the full rate
 * @param until when holding ends, or null for never
 * @param halfLife the time in which what is left halves after {@code until}, or null to end at once
 */
@Doc("Grows in a straight line from nothing to the full rate; held until a time, then ending or fading.")
public record Ramp(
        @Doc("When it starts to grow.") Moment from,
        @Doc("When it is full.") Moment to,
        @Doc("The full rate.") @Scales Load rate,

        @Doc("When holding ends; never, if left out.") @Nullable
        Moment until,

        @Doc("The time in which what is left halves after 'until'; without it the traffic ends there.")
        @Range(min = 1e-3)
        @Nullable
        Duration halfLife)
        implements Curve, Validated {
    @Override
    public Profile on(Clock clock, Rate usual) {
        long start = clock.nanosAt(from);
        long end = clock.nanosAt(to);
        double full = rate.against(usual).perSecond();
        return Tail.of(
                new Profile() {
                    @Override
                    public double perSecondAt(long nanos) {
                        if (nanos <= start) {
                            return 0;
                        }
                        return nanos >= end ? full : full * (nanos - start) / (end - start);
                    }

                    @Override
                    public long[] breaksNanos() {
                        return new long[] {start, end};
                    }
                },
                clock,
                until,
                halfLife);
    }

    @Override
    public void validate(Problems problems) {
        if (from.equals(to)) {
            problems.at("to")
                    .add(Flaw.CONFLICT, "a ramp must take time, but 'from' and 'to' are both " + to, "use a step");
        }
    }
}
