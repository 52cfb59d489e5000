package dev.foreshock.cli.internal.terminal;

/** Thrown when the command line asks for something impossible. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
