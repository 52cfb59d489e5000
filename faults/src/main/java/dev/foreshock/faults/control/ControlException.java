package dev.foreshock.faults.control;

/** Thrown when a server did not do what it was asked for, or may not have done it. */
public final class ControlException extends Exception {
    private static final long serialVersionUID = 1;

    private final Outcome outcome;
    private final Reason reason;

    private ControlException(Outcome outcome, Reason reason, String message) {
        super(message);
        this.outcome = outcome;
        this.reason = reason;
    }

    /** Returns one for a server that could not be connected to. */
    static ControlException notSent(String message) {
        return new ControlException(Outcome.NOT_SENT, Reason.OTHER, message);
    }

    /** Returns one for a server that gave no answer that can be understood. */
    public static ControlException unanswered(String message) {
        return new ControlException(Outcome.UNANSWERED, Reason.OTHER, message);
    }

    /** Returns one for what was refused: nothing was done. */
    public static ControlException refused(String message) {
        return refused(Reason.OTHER, message);
    }

    /** Returns one for a server that said no. */
    static ControlException refused(Reason reason, String message) {
        return new ControlException(Outcome.REFUSED, reason, message);
    }

    /** Returns what became of the call. */
    public Outcome outcome() {
        return outcome;
    }

    /** Tells whether the server said that what the call is about does not exist. */
    public boolean isAboutNothing() {
        return reason == Reason.MISSING;
    }

    /** Tells whether the server said that it exists already. */
    public boolean isTaken() {
        return reason == Reason.TAKEN;
    }

    /** What became of a call. */
    public enum Outcome {
        /** It never reached the server: nothing was done. */
        NOT_SENT,
        /** It may have been done, and may still be. */
        UNANSWERED,
        /** The server said no: nothing was done. */
        REFUSED
    }

    /** Why a server says no, as far as it matters. */
    enum Reason {
        MISSING,
        TAKEN,
        OTHER
    }
}
