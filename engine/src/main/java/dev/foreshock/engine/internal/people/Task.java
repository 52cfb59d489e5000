package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.spi.Notes;
import org.jspecify.annotations.Nullable;

/** One step of the runbook in this run. */
final class Task {
    /** How far a step is. */
    enum State {
        /** Not begun. */
        OPEN,
        /** Somebody works on it, or sees whether it worked. */
        UNDER_WAY,
        /** Ended and worked. */
        WORKED,
        /** Ended, and what it did failed. */
        FAILED,
        /** Not needed. */
        SKIPPED
    }

    final String name;
    final StepSpec spec;
    final int number;
    State state = State.OPEN;
    int entry = Notes.NO_CAUSE;

    @Nullable
    Check check;

    Task(String name, StepSpec spec, int number) {
        this.name = name;
        this.spec = spec;
        this.number = number;
    }

    boolean ended(StepRef.Ending wanted) {
        return switch (wanted) {
            case DONE -> state == State.WORKED || state == State.FAILED || state == State.SKIPPED;
            case WORKED -> state == State.WORKED;
            case FAILED -> state == State.FAILED;
        };
    }

    void reset() {
        state = State.OPEN;
        check = null;
    }
}
