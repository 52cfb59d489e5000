package dev.foreshock.engine.law;

import dev.foreshock.engine.random.KeyedRandom;

/** A probability law of whole numbers from 1 up. */
public interface CountLaw {
    /** Returns the mean. */
    double mean();

    /** Returns a number, at least 1. */
    int next(KeyedRandom random);
}
