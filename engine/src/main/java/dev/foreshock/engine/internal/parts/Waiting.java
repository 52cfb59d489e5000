package dev.foreshock.engine.internal.parts;

/** The jobs that wait in a replica, and the order in which they are served. A job is in one queue at a time. */
interface Waiting {
    /** Returns how many wait. */
    int size();

    /** Adds a job that has just arrived. */
    void join(int job, long nowNanos);

    /** Adds a job that had begun and gave way: it is the next of its like. */
    void putBack(int job, long nowNanos);

    /** Returns the job to serve next, which stays; {@link Jobs#NONE} if none waits. */
    int next(long nowNanos);

    /** Takes out a job, wherever it stands. */
    void remove(int job);
}
