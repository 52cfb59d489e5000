package dev.foreshock.engine.law;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.random.KeyedRandom;

/**
 * The geometric law on 1, 2, 3, …: after each one the same chance of another, {@code P(N > n) = (1 - 1/mean)^n}.
 *
 * @param mean the mean
 */
@Doc("1, 2, 3, ... with the same chance of another after each one.")
public record Geometric(
        @Doc("The mean.") @Range(min = 1, max = 1_000_000) double mean) implements CountLaw {
    @Override
    public int next(KeyedRandom random) {
        return mean == 1 ? 1 : 1 + (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - 1 / mean));
    }
}
