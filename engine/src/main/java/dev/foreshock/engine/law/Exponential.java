package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;

/**
 * The exponential law: memoryless, density {@code exp(-t/mean)/mean}.
 *
 * @param mean the mean
 */
@Doc("Memoryless times with the given mean.")
public record Exponential(@Doc("The mean.") @Range Duration mean) implements TimeLaw {
    @Override
    public TimeSampler sampler() {
        double nanos = mean.toNanos();
        return random -> (long) Math.min(TimeSampler.MOST_NANOS, nanos * random.exponential());
    }
}
