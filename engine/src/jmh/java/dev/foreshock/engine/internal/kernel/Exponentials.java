package dev.foreshock.engine.internal.kernel;

import java.util.SplittableRandom;

/** Exponential delays drawn beforehand, so that the benchmarks measure the kernel and not the generator. */
final class Exponentials {
    private static final int COUNT = 1 << 16;

    private final long[] delays = new long[COUNT];
    private int next;

    Exponentials(long meanNanos, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            delays[i] = (long) (-StrictMath.log(1 - random.nextDouble()) * meanNanos);
        }
    }

    long next() {
        return delays[next++ & (COUNT - 1)];
    }
}
