package dev.foreshock.engine.compare;

import dev.foreshock.engine.unit.Percent;
import java.util.concurrent.Executor;

/**
 * How to compare.
 *
 * @param seed the seed of everything
 * @param draws how many draws of the knobs there may be for each contender, at least 1
 * @param replications how many seeds each draw is run with, at least 1
 * @param holds the share of draws in which gates must hold where they name none
 * @param budgetEvents how many events may be simulated; {@link Long#MAX_VALUE} to run everything
 * @param isFull whether contenders go on after their verdict is clear
 * @param ranking how prices are compared
 * @param threads how many runs at a time, at least 1
 * @param executor where they run
 */
public record ComparePlan(
        long seed,
        int draws,
        int replications,
        Percent holds,
        long budgetEvents,
        boolean isFull,
        Ranking ranking,
        int threads,
        Executor executor) {
    /** The share of draws that is demanded where nobody names one. */
    public static final Percent USUAL_SHARE = Percent.of(90);

    /**
     * Events that one core handles in a second on a quiet day, 2 to 4 times as many as on a busy one: what budgets in seconds are
     * converted with.
     */
    public static final long EVENTS_PER_CORE_SECOND = 7_000_000;

    /** So many cores budgets in seconds stand for. */
    public static final int CORES = 2;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no draw, no replication or no thread
     */
    public ComparePlan {
        if (draws < 1 || replications < 1 || threads < 1) {
            throw new IllegalArgumentException("draws, replications and threads must be at least 1, but were " + draws
                    + ", " + replications + " and " + threads);
        }
    }
}
