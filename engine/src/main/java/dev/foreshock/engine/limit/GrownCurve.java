package dev.foreshock.engine.limit;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;

/**
 * A traffic curve with a factor on its rates, whatever curve it is.
 *
 * @param curve the curve
 * @param factor the factor
 * @param usualGrew the factor that is already in the usual rate, which multiples are taken of
 */
public record GrownCurve(Curve curve, double factor, double usualGrew) implements Curve {
    @Override
    public Profile on(Clock clock, Rate usual) {
        Profile profile = curve.on(clock, usual.times(1 / usualGrew));
        return new Profile() {
            @Override
            public double perSecondAt(long nanos) {
                return factor * profile.perSecondAt(nanos);
            }

            @Override
            public long[] breaksNanos() {
                return profile.breaksNanos();
            }
        };
    }
}
