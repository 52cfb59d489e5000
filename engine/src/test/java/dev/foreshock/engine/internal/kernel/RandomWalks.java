package dev.foreshock.engine.internal.kernel;

import java.util.SplittableRandom;

/**
 * Walkers that each keep one step and one timeout pending, and nearly always cancel the timeout: a busy model in
 * small.
 */
final class RandomWalks implements Handler {
    private static final int WALKERS = 200;
    private static final int STEP = 0;
    private static final int TIMEOUT = 1;

    private final Kernel kernel;
    private final SplittableRandom random;
    private final int id;
    private final long[] step = new long[WALKERS];
    private final long[] timeout = new long[WALKERS];
    private final long timeoutNanos;

    RandomWalks(Kernel kernel, long seed) {
        this(kernel, seed, 100_000_000);
    }

    RandomWalks(Kernel kernel, long seed, long timeoutNanos) {
        this.kernel = kernel;
        this.timeoutNanos = timeoutNanos;
        random = new SplittableRandom(seed);
        id = kernel.register(this);
        for (int walker = 0; walker < WALKERS; walker++) {
            walk(walker);
        }
    }

    Kernel kernel() {
        return kernel;
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        kernel.cancel(op == STEP ? timeout[arg] : step[arg]);
        walk(arg);
    }

    private void walk(int walker) {
        // The square of a uniform number: many short steps, few long ones, and ties among the shortest.
        long root = random.nextLong(10_500);
        step[walker] = kernel.after(root * root, id, STEP, walker);
        timeout[walker] = kernel.after(timeoutNanos, id, TIMEOUT, walker);
    }
}
