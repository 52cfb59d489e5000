package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The lognormal law, by its mean and one measure of its spread: {@code exp(mu + sigma Z)}.
 *
 * <p>With a coefficient of variation, {@code sigma^2 = ln(1 + cv^2)}. With a quantile {@code q} at the normal quantile
 * {@code z}, {@code sigma = z - sqrt(z^2 - 2 ln(q / mean))}, the smaller root of {@code sigma^2/2 - z sigma + ln(q/mean) = 0}.
 * Always {@code mu = ln(mean) - sigma^2/2}.
 *
 * @param mean the mean
 * @param cv the coefficient of variation (standard deviation over mean), or null
 * @param p90 the time that 90 % do not exceed, or null
 * @param p99 the time that 99 % do not exceed, or null
 */
@Doc("Lognormal times: a mean, and one of cv, p90 and p99.")
public record Lognormal(
        @Doc("The mean.") @Range(min = 1e-9) Duration mean,

        @Doc("Standard deviation over mean.") @Range(max = 100) @Nullable
        Double cv,

        @Doc("The time that 90 % do not exceed.") @Range @Nullable
        Duration p90,

        @Doc("The time that 99 % do not exceed.") @Range @Nullable
        Duration p99)
        implements TimeLaw, Validated {

    /** Returns the law with this mean and coefficient of variation. */
    public static Lognormal withCv(Duration mean, double cv) {
        return new Lognormal(mean, cv, null, null);
    }

    /** Returns the law with this mean and 99 % quantile. */
    public static Lognormal withP99(Duration mean, Duration p99) {
        return new Lognormal(mean, null, null, p99);
    }

    @Override
    public TimeSampler sampler() {
        double sigma = sigma();
        double mu = StrictMath.log((double) mean.toNanos()) - sigma * sigma / 2;
        return random -> (long) Math.min(TimeSampler.MOST_NANOS, StrictMath.exp(mu + sigma * random.gaussian()));
    }

    @Override
    public void validate(Problems problems) {
        int spreads = (cv == null ? 0 : 1) + (p90 == null ? 0 : 1) + (p99 == null ? 0 : 1);
        if (spreads != 1) {
            problems.add(
                    Flaw.CONFLICT,
                    "lognormal must have exactly one of 'cv', 'p90' and 'p99', but had " + spreads,
                    "for example lognormal(mean 200ms, cv 1)");
        } else if (Double.isNaN(sigma())) {
            problems.add(
                    Flaw.CONFLICT,
                    "the quantile must be at least the mean and at most " + reach() + " times the mean",
                    "no lognormal law has this mean and this quantile");
        }
    }

    private double sigma() {
        if (cv != null) {
            return StrictMath.sqrt(StrictMath.log(1 + cv * cv));
        }
        Duration quantile = p90 != null ? p90 : p99;
        if (quantile == null || quantile.compareTo(mean) < 0) {
            return Double.NaN;
        }
        double z = z();
        return z - StrictMath.sqrt(z * z - 2 * StrictMath.log((double) quantile.toNanos() / mean.toNanos()));
    }

    private double z() {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p90 != null ? 0.9 : 0.99);
    }

    private String reach() {
        return String.valueOf(Math.floor(StrictMath.exp(z() * z() / 2) * 10) / 10);
    }
}
