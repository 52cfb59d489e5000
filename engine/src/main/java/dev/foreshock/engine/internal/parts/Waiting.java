package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/** The jobs that wait in a replica, and the order in which they are served. A job is in one queue at a time. */
interface Waiting {
    /** Returns how many wait. */
    int size();

    /** Adds a job that has just arrived. */
    void join(Job job, long nowNanos);

    /** Adds a job that had begun and gave way: it is the next of its like. */
    void putBack(Job job, long nowNanos);

    /** Returns the job to serve next, which stays; null if none waits. */
    @Nullable
    Job next(long nowNanos);

    /** Takes out a job, wherever it stands. */
    void remove(Job job);
}
