package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * The Pareto law: {@code P(T > t) = (least / t)^shape} for times of at least {@code least = mean (shape - 1) / shape}. Its
 * variance is infinite for shapes of 2 and less.
 *
 * @param mean the mean
 * @param shape the tail index: the smaller, the heavier the tail
 */
@Doc("Heavy-tailed times: a few take very long.")
public record Pareto(
        @Doc("The mean.") @Range Duration mean,

        @Doc("The tail index; the smaller, the heavier. The variance is infinite for 2 and less.")
        @Range(min = 1.01, max = 1000)
        double shape)
        implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double leastNanos = mean.toNanos() * (shape - 1) / shape;
        return random ->
                (long) Math.min(TimeSampler.MOST_NANOS, leastNanos * StrictMath.exp(random.exponential() / shape));
    }
}
