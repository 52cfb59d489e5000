package dev.foreshock.faults.internal.journal;

import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Inverse;
import java.util.List;

/** A line of a journal. */
public sealed interface Entry {
    /**
     * A run began.
     *
     * @param run its random name
     * @param target the target
     * @param plan the hash of its plan
     * @param before the proxies that it may touch, as they were
     */
    record Begun(String run, String target, String plan, List<Before> before) implements Entry {}

    /**
     * A change is about to be made.
     *
     * @param number which of the run's
     * @param change the change
     * @param inverse what undoes it
     */
    record Intended(int number, Change change, Inverse inverse) implements Entry {}

    /**
     * A change was made.
     *
     * @param number which of the run's
     */
    record Applied(int number) implements Entry {}

    /**
     * A change was refused: nothing was done.
     *
     * @param number which of the run's
     */
    record Refused(int number) implements Entry {}

    /**
     * A change was undone.
     *
     * @param number which of the run's
     */
    record Undone(int number) implements Entry {}

    /**
     * The run is over, and what stands is about to be undone.
     *
     * @param reason why
     */
    record Ended(String reason) implements Entry {}

    /**
     * Nothing of the run is left.
     *
     * @param accepted why a person said so; empty where the servers were looked at
     */
    record Closed(String accepted) implements Entry {}
}
