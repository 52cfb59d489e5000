package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.random.KeyedRandom;
import java.time.Duration;

/**
 * The gamma law of mean {@code mean} and coefficient of variation {@code cv}: shape {@code a = 1 / cv^2}, scale {@code mean / a}.
 *
 * <p>Drawn by rejection from a transformed normal number (Marsaglia and Tsang, "A simple method for generating gamma variables",
 * 2000); a shape below one is drawn as {@code G(a + 1) U^(1/a)}.
 *
 * @param mean the mean
 * @param cv the coefficient of variation (standard deviation over mean)
 */
@Doc("Gamma times: a mean and a coefficient of variation.")
public record Gamma(
        @Doc("The mean.") @Range Duration mean,

        @Doc("Standard deviation over mean.") @Range(min = 0.01, max = 100)
        double cv)
        implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double shape = 1 / (cv * cv);
        double scaleNanos = mean.toNanos() / shape;
        return random -> (long) Math.min(TimeSampler.MOST_NANOS, scaleNanos * next(shape, random));
    }

    private static double next(double shape, KeyedRandom random) {
        if (shape < 1) {
            double power = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
            return power * next(shape + 1, random);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.gaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
