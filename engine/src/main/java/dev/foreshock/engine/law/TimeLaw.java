package dev.foreshock.engine.law;

import java.time.Duration;

/** A probability law of times. */
public interface TimeLaw {
    /** Returns the mean. */
    Duration mean();

    /** Returns a sampler of this law. */
    TimeSampler sampler();
}
