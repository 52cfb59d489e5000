package dev.foreshock.engine;

/** Thrown when a run was stopped before it was complete. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception. */
    public StoppedException() {
        super("the run was stopped before all replications were complete");
    }
}
