package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.Locale;
import java.util.Optional;

/** Toxiproxy's streams. */
public enum Direction {
    /** From the client to the server. */
    UPSTREAM,
    /** From the server to the client. */
    DOWNSTREAM;

    /** Returns the direction that {@code name} names, in any case. */
    public static Optional<Direction> find(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "upstream" -> Optional.of(UPSTREAM);
            case "downstream" -> Optional.of(DOWNSTREAM);
            default -> Optional.empty();
        };
    }

    /** Returns the name as the API has it. */
    public String label() {
        return this == UPSTREAM ? "upstream" : "downstream";
    }
}
