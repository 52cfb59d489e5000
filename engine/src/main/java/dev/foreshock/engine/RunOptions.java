package dev.foreshock.engine;

import dev.foreshock.engine.RunSet.JudgedBy;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How to run a scenario.
 *
 * @param seed the seed; equal seeds give equal results, on any number of threads
 * @param replications how many replications, at least 1
 * @param threads how many replications run at a time, at least 1
 * @param executor where they run
 * @param judgedBy what decides about the verdict, or null for the record where there is one and otherwise the gates
 * @param scale the factor that the scenario was already scaled by, for the result
 */
public record RunOptions(
        long seed,
        int replications,
        int threads,
        Executor executor,
        @Nullable JudgedBy judgedBy,
        double scale) {
    /** The seed used when nobody chose one. */
    public static final long DEFAULT_SEED = 1177;

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if there is no replication or no thread
     */
    public RunOptions {
        if (replications < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "replications and threads must be at least 1, but were " + replications + " and " + threads);
        }
    }

    /** Returns {@code replications} replications on the calling thread with the default seed. */
    public static RunOptions inline(int replications) {
        return new RunOptions(DEFAULT_SEED, replications, 1, Runnable::run, null, 1);
    }

    /** Returns these options with another seed. */
    public RunOptions seed(long value) {
        return new RunOptions(value, replications, threads, executor, judgedBy, scale);
    }
}
