package dev.foreshock.engine.reference;

import org.jspecify.annotations.Nullable;

/** A request in a replica. */
final class Job {
    /** How far it is. */
    enum State {
        /** Waits and has not begun. */
        QUEUED,
        /** Is worked on. */
        WORKING,
        /** Waits, had begun and gave way. */
        INTERRUPTED,
        /** Its work is done, its calls are under way. */
        CALLING
    }

    final Request request;
    final ReplicaPart replica;

    /** Its place in the order of arrival at the server. */
    final long arrival;

    final long arrivedNanos;
    State state = State.QUEUED;

    /** The work left, at full speed. */
    double left;

    /** When work went on last. */
    long since;

    /** Its place in the order in which work began or went on. */
    long turn;

    /** The page that it asks for; -1 for one that cannot be cached. */
    int page = -1;

    Agenda.@Nullable Entry timer;

    Job(Request request, ReplicaPart replica, long arrival, long arrivedNanos) {
        this.request = request;
        this.replica = replica;
        this.arrival = arrival;
        this.arrivedNanos = arrivedNanos;
    }
}
