package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Signal;

/** What people can see of the running system, and do to it. */
public interface Plant {
    /** Carries out {@code action}; {@code cause} is the journal entry behind it. */
    void act(Action action, int cause, long nowNanos);

    /** Returns what can be seen of the component called {@code name}. */
    Sight sight(String name);

    /** Returns the users who have come so far through the component called {@code name}. */
    long usersThrough(String name);

    /** Returns the usual value of a rate of the component called {@code name}. */
    double usual(String name, Signal signal, long nowNanos);
}
