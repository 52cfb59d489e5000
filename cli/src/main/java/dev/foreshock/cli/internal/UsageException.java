package dev.foreshock.cli.internal;

/** Thrown when the command line asks for something impossible. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
