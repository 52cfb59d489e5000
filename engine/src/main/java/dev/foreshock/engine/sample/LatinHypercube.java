package dev.foreshock.engine.sample;

import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import java.util.Arrays;

/**
 * Draws from unit intervals, one column for each uncertain number: of the first 5, 10, 20, 40, ... draws exactly one lies in
 * each fifth, tenth, twentieth ... of the interval.
 *
 * <p>A column hangs on the seed and its name alone, so that a number more leaves the others as they were. Sources: McKay,
 * Beckman and Conover 1979 for the hypercube; Sallaberry, Helton and Hora 2008 for doubling it.
 */
public final class LatinHypercube {
    private static final int FIRST = 5;

    private LatinHypercube() {}

    /**
     * Returns the first {@code size} draws of the column {@code name}, each in [0, 1).
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static double[] column(long seed, String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException("draws must not be negative, but were " + size);
        }
        long stream = KeyedRandom.key(seed, Streams.hash("draws"), Streams.hash(name));
        double[] draws = fill(new double[0], FIRST, stream);
        while (draws.length < size) {
            draws = fill(draws, draws.length * 2, stream);
        }
        return Arrays.copyOf(draws, size);
    }

    /** Adds draws until every one of {@code strata} equal parts has one; those there are must lie in parts of their own. */
    private static double[] fill(double[] draws, int strata, long stream) {
        boolean[] taken = new boolean[strata];
        for (double draw : draws) {
            taken[stratum(draw, strata)] = true;
        }
        int[] free = new int[strata - draws.length];
        int count = 0;
        for (int i = 0; i < strata; i++) {
            if (!taken[i]) {
                free[count++] = i;
            }
        }
        shuffle(free, KeyedRandom.key(stream, strata));
        double[] result = Arrays.copyOf(draws, strata);
        for (int i = 0; i < free.length; i++) {
            int index = draws.length + i;
            double inside = KeyedRandom.uniform(stream, index);
            result[index] = Math.min((free[i] + inside) / strata, Math.nextDown((free[i] + 1.0) / strata));
        }
        return result;
    }

    private static int stratum(double draw, int strata) {
        return (int) (draw * strata);
    }

    private static void shuffle(int[] items, long stream) {
        for (int i = items.length - 1; i > 0; i--) {
            int other = (int) (KeyedRandom.uniform(stream, i) * (i + 1));
            int item = items[i];
            items[i] = items[other];
            items[other] = item;
        }
    }
}
