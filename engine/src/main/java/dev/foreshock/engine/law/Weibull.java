package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;
import org.apache.commons.math3.special.Gamma;

/**
 * The Weibull law: {@code P(T > t) = exp(-(t / scale)^shape)}, where {@code scale = mean / Gamma(1 + 1/shape)}. A shape below one
 * means that what has lasted long lasts longer still, as repairs do; above one, that it wears out.
 *
 * @param mean the mean
 * @param shape the shape; 1 is exponential
 */
@Doc("Weibull times, as of wear (shape above 1) or of stubborn repairs (below 1).")
public record Weibull(
        @Doc("The mean.") @Range Duration mean,

        @Doc("The shape; 1 is exponential.") @Range(min = 0.1, max = 100)
        double shape)
        implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double scaleNanos = mean.toNanos() / Gamma.gamma(1 + 1 / shape);
        return random ->
                (long) Math.min(TimeSampler.MOST_NANOS, scaleNanos * StrictMath.pow(random.exponential(), 1 / shape));
    }
}
