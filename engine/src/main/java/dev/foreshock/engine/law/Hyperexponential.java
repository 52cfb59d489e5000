package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * The hyperexponential law of two branches with balanced means, by its mean and coefficient of variation:
 * {@code p = (1 + sqrt((cv^2 - 1) / (cv^2 + 1))) / 2}, and the branches have the means {@code mean / 2p} and
 * {@code mean / 2(1-p)} (Whitt, "Approximating a point process by a renewal process", 1982). For other branches see {@link Mixture}.
 *
 * @param mean the mean
 * @param cv the coefficient of variation (standard deviation over mean), at least 1
 */
@Doc("A mix of many short and few long memoryless times: burstier than exponential.")
public record Hyperexponential(
        @Doc("The mean.") @Range Duration mean,

        @Doc("Standard deviation over mean.") @Range(min = 1, max = 100)
        double cv)
        implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double squared = cv * cv;
        double share = (1 + StrictMath.sqrt((squared - 1) / (squared + 1))) / 2;
        double shortNanos = mean.toNanos() / (2 * share);
        double longNanos = mean.toNanos() / (2 * (1 - share));
        return random -> {
            double branchNanos = random.nextDouble() < share ? shortNanos : longNanos;
            return (long) Math.min(TimeSampler.MOST_NANOS, branchNanos * random.exponential());
        };
    }
}
