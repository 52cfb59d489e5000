package dev.foreshock.faults.guard;

/** Thrown when a run ended by itself. Everything was undone, or the ending says what was not. */
public final class RunOverException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Ending ending;

    RunOverException(Ending ending) {
        super(ending.reason());
        this.ending = ending;
    }

    /** Returns how it ended. */
    public Ending ending() {
        return ending;
    }
}
