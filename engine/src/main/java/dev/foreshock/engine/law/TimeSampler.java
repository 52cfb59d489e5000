package dev.foreshock.engine.law;

import dev.foreshock.engine.random.KeyedRandom;

/** Draws times. Stateless: all randomness comes from the argument. */
@FunctionalInterface
public interface TimeSampler {
    /** Returns a time in nanoseconds, not negative. */
    long nextNanos(KeyedRandom random);
}
