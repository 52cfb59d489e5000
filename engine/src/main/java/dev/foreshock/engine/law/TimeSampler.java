package dev.foreshock.engine.law;

import dev.foreshock.engine.random.KeyedRandom;

/** Draws times. Stateless: all randomness comes from the argument. */
@FunctionalInterface
public interface TimeSampler {
    /** The longest time that unbounded laws draw, about 73 years: longer than any run, short enough to be added to a time. */
    long MOST_NANOS = Long.MAX_VALUE / 4;

    /** Returns a time in nanoseconds, not negative. */
    long nextNanos(KeyedRandom random);
}
