package dev.foreshock.reports.internal.account;

/** A file that a report is to be made of says something that Foreshock does not write. */
public final class UnreadableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Creates an exception with a message for people. */
    public UnreadableException(String message) {
        super(message);
    }
}
