package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * The Erlang law: the sum of {@code phases} exponential times of mean {@code mean / phases}. Its coefficient of variation is
 * {@code 1 / sqrt(phases)}.
 *
 * @param mean the mean of the sum
 * @param phases how many exponential times are added
 */
@Doc("The sum of several equal memoryless times: steadier than one of them.")
public record Erlang(
        @Doc("The mean of the sum.") @Range Duration mean,

        @Doc("How many times are added; the coefficient of variation is 1 / sqrt(phases).") @Range(min = 1, max = 1000)
        int phases)
        implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double phaseNanos = (double) mean.toNanos() / phases;
        return random -> {
            double sum = 0;
            for (int phase = 0; phase < phases; phase++) {
                sum += random.exponential();
            }
            return (long) Math.min(TimeSampler.MOST_NANOS, phaseNanos * sum);
        };
    }
}
