package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import java.time.Duration;

/**
 * Always the same time.
 *
 * @param value the time
 */
@Doc("Always the same time; a bare duration means this.")
@Shorthand("value")
public record Fixed(@Doc("The time.") @Range Duration value) implements TimeLaw {
    @Override
    public Duration mean() {
        return value;
    }

    @Override
    public TimeSampler sampler() {
        long nanos = value.toNanos();
        return random -> nanos;
    }
}
