package dev.foreshock.engine.reference;

import dev.foreshock.engine.law.Erlang;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Hyperexponential;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.Pareto;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.law.Weibull;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What a random scenario is thrown with. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Returns a whole number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Tells whether one of {@code so} times has come. */
    boolean oneIn(int so) {
        return random.nextInt(so) == 0;
    }

    @SafeVarargs
    final <V> V of(V... values) {
        return values[random.nextInt(values.length)];
    }

    <V> V of(List<V> values) {
        return values.get(random.nextInt(values.size()));
    }

    double upTo(double most) {
        return random.nextDouble() * most;
    }

    Percent percent(int least, int most) {
        return Percent.of(between(least, most));
    }

    Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most));
    }

    /** Returns a law of times of about so many milliseconds; often one whose times coincide. */
    TimeLaw law(int millis) {
        Duration mean = millis(1, Math.max(1, 2 * millis));
        return switch (between(0, 11)) {
            case 0 -> new Fixed(Duration.ZERO);
            case 1, 2, 3 -> new Fixed(mean);
            case 4 -> new Lognormal(mean, upTo(2), null, null);
            case 5 -> new Uniform(Duration.ZERO, mean.multipliedBy(2));
            case 6 -> new Erlang(mean, between(1, 4));
            case 7 -> new Hyperexponential(mean, 1 + upTo(3));
            case 8 -> oneIn(2) ? new Pareto(mean, 1.5 + upTo(2)) : new Weibull(mean, 0.5 + upTo(2));
            case 9 -> Mixture.of(percent(1, 99), new Fixed(mean), new Exponential(mean.multipliedBy(3)));
            default -> new Exponential(mean);
        };
    }
}
