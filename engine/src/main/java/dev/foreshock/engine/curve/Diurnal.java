package dev.foreshock.engine.curve;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/**
 * A daily wave: {@code mean (1 + swing cos(2 pi (t - peak) / period))}.
 *
 * @param mean the mean rate
 * @param swing how far the peak lies above the mean, as a share of the mean
 * @param peakAt when the peak is
 * @param period the length of a wave
 */
@Doc("A daily wave around a mean.")
public record Diurnal(
        @Doc("The mean rate.") @Scales Load mean,

        @Doc("How far the peak lies above the mean, as a share of the mean.")
        Percent swing,

        @Doc("When the peak is.") Moment peakAt,

        @Doc("The length of a wave.") @Default("24h") @Range(min = 1)
        Duration period)
        implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        double middle = mean.against(usual).perSecond();
        long peak = clock.nanosAt(peakAt);
        double angle = 2 * Math.PI / period.toNanos();
        return nanos -> middle * (1 + swing.share() * StrictMath.cos(angle * (nanos - peak)));
    }
}
