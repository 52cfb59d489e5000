package dev.foreshock.engine.limit;

import java.util.concurrent.Executor;

/**
 * How to look for breaking points.
 *
 * @param grow what grows: {@code traffic}, {@code traffic.CLASS} or {@code traffic.CLASS.CURVE}
 * @param seed the seed of everything
 * @param replications how many seeds a breaking point is looked for with, at least 1
 * @param steps how many breaking points, each once the limit behind the one before is taken away, at least 1
 * @param precision how close the search comes, as a share of the factor: above 0 and at most 0.5
 * @param budgetEvents how many events may be simulated before the search ends where it is; {@link Long#MAX_VALUE} for any number
 * @param threads how many runs at a time, at least 1
 * @param executor where they run
 */
public record LimitPlan(
        String grow,
        long seed,
        int replications,
        int steps,
        double precision,
        long budgetEvents,
        int threads,
        Executor executor) {
    /** The largest factor that is tried. */
    public static final double MOST = 64;

    /** The smallest factor that is tried. */
    public static final double LEAST = 1 / MOST;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no replication, step or thread, or the precision is none
     */
    public LimitPlan {
        if (replications < 1 || steps < 1 || threads < 1) {
            throw new IllegalArgumentException("replications, steps and threads must be at least 1, but were "
                    + replications + ", " + steps + " and " + threads);
        }
        if (!(precision > 0 && precision <= 0.5)) {
            throw new IllegalArgumentException(
                    "the precision must lie above 0 and at most at 0.5, but was " + precision);
        }
    }
}
