package dev.foreshock.engine.cause;

import java.util.concurrent.Executor;

/**
 * How to look for causes.
 *
 * @param seed the seed of everything
 * @param replications how many replications there may be of each scenario, at least 1
 * @param budgetEvents how many events may be simulated; the scenario as it is always has all replications
 * @param threads how many runs at a time, at least 1
 * @param executor where they run
 */
public record WhyPlan(long seed, int replications, long budgetEvents, int threads, Executor executor) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no replication or no thread
     */
    public WhyPlan {
        if (replications < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "replications and threads must be at least 1, but were " + replications + " and " + threads);
        }
    }
}
