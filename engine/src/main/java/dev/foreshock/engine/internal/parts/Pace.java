package dev.foreshock.engine.internal.parts;

/** How the work in service gets done. What is left of it, at full speed, is {@link Job#left}. */
interface Pace {
    /** Tells whether one more job can begin. */
    boolean hasRoom();

    /** Returns how many jobs in service have no worker of their own. */
    int excess();

    /** Works on a job from now on. */
    void start(Job job, long nowNanos);

    /** Stops work on a job, if there is any, and notes what is left of it. */
    void stop(Job job, long nowNanos);

    /** Changes the speed of all work. */
    void speed(double to, long nowNanos);

    /** Changes the number of workers. */
    void workers(int count, long nowNanos);

    /** Handles the timer that the pace set for the replica rather than for a job. */
    void due(long nowNanos);
}
