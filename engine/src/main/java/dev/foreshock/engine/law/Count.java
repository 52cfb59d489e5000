package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.random.KeyedRandom;

/**
 * Always the same number.
 *
 * @param value the number
 */
@Doc("Always the same number; a bare number means this.")
@Shorthand("value")
public record Count(
        @Doc("The number.") @Range(min = 1, max = 1_000_000) int value) implements CountLaw {
    @Override
    public double mean() {
        return value;
    }

    @Override
    public int next(KeyedRandom random) {
        return value;
    }
}
