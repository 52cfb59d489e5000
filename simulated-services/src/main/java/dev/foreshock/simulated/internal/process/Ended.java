package dev.foreshock.simulated.internal.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a twin has ended.
 *
 * @param processes the components whose first process has, whatever ended it
 * @param programs what else has though nobody of the twin ended it, for people
 */
public record Ended(Set<String> processes, List<String> programs) {
    /** Copies both. */
    public Ended {
        processes = new TreeSet<>(processes);
        programs = List.copyOf(programs);
    }
}
