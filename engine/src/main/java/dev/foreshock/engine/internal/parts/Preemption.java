package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/**
 * Who gives way to an arrival when all workers are busy: a job of the last rank, if the arrival is of an earlier one. Where the last to
 * come is served first whatever happens, one of the same rank gives way too: the first to have come. A job that waits for its calls is
 * not interrupted.
 */
final class Preemption {
    /** More than jobs ever begin in a run, and small enough for a key to be exact. */
    private static final double MANY = 0x1p40;

    private final @Nullable Ranks ranks;
    private final boolean lastComeFirst;
    private final JobHeap working = new JobHeap();
    private long begun;

    /**
     * Creates the rule.
     *
     * @param ranks the ranks, or null if all are alike
     */
    Preemption(@Nullable Ranks ranks, boolean lastComeFirst) {
        this.ranks = ranks;
        this.lastComeFirst = lastComeFirst;
    }

    /** Notes that work on a job began, or goes on. */
    void started(Job job) {
        double turn = lastComeFirst ? job.turn : MANY - ++begun;
        working.add(job, -rank(job) * MANY + turn);
    }

    /** Notes that nobody works on a job any more. */
    void stopped(Job job) {
        if (working.contains(job)) {
            working.remove(job);
        }
    }

    /** Returns who gives way to {@code arrival}, or null if nobody does. */
    @Nullable
    Job victim(Job arrival) {
        Job last = working.first();
        if (last == null) {
            return null;
        }
        int ahead = rank(last) - rank(arrival);
        return ahead > 0 || (ahead == 0 && lastComeFirst) ? last : null;
    }

    /** Returns who gives way first of all, or null if nobody does. */
    @Nullable
    Job first() {
        return working.first();
    }

    private int rank(Job job) {
        return ranks == null ? 0 : ranks.of(job);
    }
}
