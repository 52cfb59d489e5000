package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.Nullable;

/** A call held by a component, and its place in a queue. Jobs are used again: see {@link Jobs}. */
final class Job {
    /** What becomes of a job. */
    enum State {
        /** Waits, and has not begun. */
        QUEUED,
        /** Is worked on. */
        WORKING,
        /** Its work is done, and its calls are under way. */
        CALLING,
        /** Its work is done, and its page is looked for. */
        LOOKING,
        /** Waits, and had begun. */
        INTERRUPTED
    }

    /** Its number, which stays: what calls and timers know it by. */
    final int number;

    int call;

    /** The replica that holds it. */
    int place;

    /** The page it asks for, or {@link Jobs#NO_PAGE}. */
    int page;

    int tries;
    State state = State.QUEUED;

    /** What is left of its work at full speed, in nanoseconds. */
    double left;

    /** When it came, or when its work began or went on. */
    long since;

    /** Its timer, 0 if none. */
    long timer;

    /** How many were taken before it, and itself. */
    long turn;

    @Nullable
    Job next;

    @Nullable
    Job previous;

    Job(int number) {
        this.number = number;
    }
}
