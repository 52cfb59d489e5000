package dev.foreshock.faults.guard;

import dev.foreshock.faults.undo.Change;

/**
 * A change that a run may make.
 *
 * @param change the change
 * @param lifeNanos how long it may last at most; then it is undone, whoever asks for what
 */
public record Step(Change change, long lifeNanos) {
    /** Checks the life. */
    public Step {
        if (lifeNanos <= 0) {
            throw new IllegalArgumentException("the life of a change must be positive, but was " + lifeNanos + " ns");
        }
    }
}
