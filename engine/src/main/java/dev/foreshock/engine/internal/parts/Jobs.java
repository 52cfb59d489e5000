package dev.foreshock.engine.internal.parts;

import java.util.Arrays;

/** The calls held by a component, by number. A job is used again once its call is answered. */
final class Jobs {
    /** The page of a job that asks for none. */
    static final int NO_PAGE = -1;

    private Job[] jobs = new Job[0];
    private Job[] free = new Job[0];
    private int freeCount;
    private long taken;

    /** Returns a job for {@code call}, as good as new. */
    Job take(int call) {
        if (freeCount == 0) {
            grow();
        }
        Job job = free[--freeCount];
        job.call = call;
        job.state = Job.State.QUEUED;
        job.turn = ++taken;
        job.next = null;
        job.previous = null;
        job.timer = 0;
        job.page = NO_PAGE;
        job.tries = 0;
        return job;
    }

    /** Takes a job back. */
    void give(Job job) {
        free[freeCount++] = job;
    }

    /** Returns the job with this number. */
    Job at(int number) {
        return jobs[number];
    }

    /** Returns how many were taken and not given back. */
    int inUse() {
        return jobs.length - freeCount;
    }

    private void grow() {
        int old = jobs.length;
        int size = Math.max(64, 2 * old);
        jobs = Arrays.copyOf(jobs, size);
        free = Arrays.copyOf(free, size);
        // The lowest number goes first.
        for (int number = size - 1; number >= old; number--) {
            jobs[number] = new Job(number);
            free[freeCount++] = jobs[number];
        }
    }
}
