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
 * Logistic growth, the curve of something shared from person to person: {@code peak / (1 + exp(-growth (t - midpoint)))}.
 *
 * @param midpoint when half of the peak is reached
 * @param growth the relative growth at the start, a rate
 * @param peak the rate it grows to
 * @param until when holding ends, or null for never
 * @param halfLife the time in which what is left halves after {@code until}, or null to end at once
 */
@Doc("Logistic growth, as of something shared from person to person; held until a time, then ending or fading.")
public record Viral(
        @Doc("When half of the peak is reached.") Moment midpoint,

        @Doc("The relative growth at the start; 0.8/min more than doubles every minute.") @Range(min = 1e-9)
        Rate growth,

        @Doc("The rate it grows to.") @Scales Load peak,

        @Doc("When holding ends; never, if left out.") @Nullable
        Moment until,

        @Doc("The time in which what is left halves after 'until'; without it the traffic ends there.")
        @Range(min = 1e-3)
        @Nullable
        Duration halfLife)
        implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        long middle = clock.nanosAt(midpoint);
        double full = peak.against(usual).perSecond();
        double perNano = growth.perSecond() / 1e9;
        return Tail.of(nanos -> full / (1 + StrictMath.exp(-perNano * (nanos - middle))), clock, until, halfLife);
    }
}
