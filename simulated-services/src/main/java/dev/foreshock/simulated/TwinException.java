package dev.foreshock.simulated;

import org.jspecify.annotations.Nullable;

/**
 * The machine does not let a twin start or go on: no port is free, a process does not start, a disk is full. It is no bug; what would help
 * is part of the message.
 */
public final class TwinException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates it.
     *
     * @param message what must be, what was, and the way out
     */
    public TwinException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
