package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;

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

    /** Returns how long work takes of which so much is left at full speed: for ever where nothing is worked on, and be it nothing. */
    static double nanosFor(double leftNanos, double rate) {
        return rate == 0 ? TimeSampler.MOST_NANOS : Math.min(TimeSampler.MOST_NANOS, leftNanos / rate);
    }
}
