package dev.foreshock.engine.internal.limit;

import java.io.Serial;

/** The budget is spent. Thrown only between runs whose number does not hang on how many go on at a time. */
final class SpentException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    SpentException() {
        super("the budget is spent");
    }
}
