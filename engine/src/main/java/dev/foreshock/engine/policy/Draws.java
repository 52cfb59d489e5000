package dev.foreshock.engine.policy;

import dev.foreshock.engine.random.KeyedRandom;

/** Makes several random numbers of 64 random bits. */
final class Draws {
    private Draws() {}

    /**
     * Returns the {@code index}th whole number below {@code bound}, by multiplication rather than division (D. Lemire, "Fast
     * random integer generation in an interval", 2019): uneven by less than {@code bound / 2^32}.
     */
    static int below(int bound, long bits, int index) {
        return (int) (((KeyedRandom.key(bits, index) >>> 32) * bound) >>> 32);
    }
}
