package dev.foreshock.engine.internal.run;

import java.util.List;

/** Thrown when calls got lost or came from nowhere: a bug in a component or in the engine. */
public final class ConservationException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ConservationException(List<String> losses) {
        super("every call must be answered once or be held, but " + String.join("; ", losses));
    }
}
