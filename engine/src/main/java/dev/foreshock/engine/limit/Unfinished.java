package dev.foreshock.engine.limit;

import java.util.List;

/**
 * Where a search was when its budget was spent or a person stopped it. It is of the first seed alone.
 *
 * @param fixed the limits that were taken away before, in order
 * @param holding the largest factor on the traffic found to hold; 0 if none was
 * @param failing the smallest factor found to fail; infinite if none was
 */
public record Unfinished(List<String> fixed, double holding, double failing) {
    /** Copies the list. */
    public Unfinished {
        fixed = List.copyOf(fixed);
    }

    /** Tells whether no factor was tried yet. */
    public boolean isNothing() {
        return holding == 0 && Double.isInfinite(failing);
    }
}
