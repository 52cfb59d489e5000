package dev.foreshock.engine.law;

import dev.foreshock.engine.random.KeyedRandom;

/** Draws times. Stateless: all randomness comes from the argument. */
@FunctionalInterface
public interface TimeSampler {
    /** The longest time that unbounded laws draw, in nanoseconds, about 73 years: longer than any run, short enough to be added to a time. */
    double MOST_NANOS = 0x1p61;

    /** Returns a time in nanoseconds, not negative. */
    long nextNanos(KeyedRandom random);
}
