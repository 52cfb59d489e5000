package dev.foreshock.engine;

import dev.foreshock.engine.RunSet.JudgedBy;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How to run a scenario.
 *
 * @param seed the seed; equal seeds give equal results, on any number of threads
 * @param stopping when there are replications enough
 * @param threads how many replications run at a time, at least 1
 * @param executor where they run
 * @param judgedBy what decides about the verdict, or null for the record where there is one and otherwise the gates
 * @param scale the factor that the scenario was already scaled by, for the result
 */
public record RunOptions(
        long seed,
        Stopping stopping,
        int threads,
        Executor executor,
        @Nullable JudgedBy judgedBy,
        double scale) {
    /** The seed used when nobody chose one. */
    public static final long DEFAULT_SEED = 1177;

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if there is no thread
     */
    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but were " + threads);
        }
    }

    /**
     * Creates options for a number of replications that is chosen before.
     *
     * @throws IllegalArgumentException if there is no replication or no thread
     */
    public RunOptions(
            long seed, int replications, int threads, Executor executor, @Nullable JudgedBy judgedBy, double scale) {
        this(seed, new Stopping.Fixed(replications), threads, executor, judgedBy, scale);
    }

    /** Returns {@code replications} replications on the calling thread with the default seed. */
    public static RunOptions inline(int replications) {
        return new RunOptions(DEFAULT_SEED, replications, 1, Runnable::run, null, 1);
    }

    /** Returns these options with another end of the replications. */
    public RunOptions until(Stopping value) {
        return new RunOptions(seed, value, threads, executor, judgedBy, scale);
    }

    /** Returns these options with another seed. */
    public RunOptions seed(long value) {
        return new RunOptions(value, stopping, threads, executor, judgedBy, scale);
    }
}
