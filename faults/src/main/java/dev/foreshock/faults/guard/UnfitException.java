package dev.foreshock.faults.guard;

/** Thrown when a run cannot begin. Nothing was done to any server. */
public final class UnfitException extends Exception {
    private static final long serialVersionUID = 1;

    UnfitException(String message) {
        super(message);
    }
}
