package dev.foreshock.faults.plan;

import dev.foreshock.faults.undo.Change;
import java.util.List;

/**
 * A fault of a scenario, as changes on servers.
 *
 * @param name its name in the scenario
 * @param text what it is, in a few words
 * @param fromNanos when it begins, from the begin of the first
 * @param toNanos when it ends, from the begin of the first
 * @param changes what is done, in order; undone in reverse
 * @param reach whom it strikes
 * @param notes where the real thing differs from the model
 */
public record PlannedFault(
        String name,
        String text,
        long fromNanos,
        long toNanos,
        List<Change> changes,
        List<String> reach,
        List<String> notes) {
    /** Copies the lists. */
    public PlannedFault {
        changes = List.copyOf(changes);
        reach = List.copyOf(reach);
        notes = List.copyOf(notes);
    }
}
