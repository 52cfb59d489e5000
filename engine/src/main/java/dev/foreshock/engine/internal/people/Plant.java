package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.spi.Component;

/** What people can see of the running system, and do to it. */
public interface Plant {
    /** Carries out {@code action}; {@code cause} is the journal entry behind it. */
    void act(Action action, int cause, long nowNanos);

    /** Returns the component called {@code name}. */
    Component component(String name);

    /** Returns the counts of the component called {@code name}. */
    Tally tally(String name);

    /** Returns the users who have come so far through the component called {@code name}. */
    long usersThrough(String name);

    /** Returns the usual value of a rate of the component called {@code name}. */
    double usual(String name, Signal signal, long nowNanos);
}
