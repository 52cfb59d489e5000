package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.internal.wire.Death;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a twin has ended.
 *
 * @param processes the first processes of components that have, whatever ended them, by component
 * @param programs what else has though nobody of the twin ended it
 */
public record Ended(Map<String, Death> processes, List<Death> programs) {
    /** Copies both. */
    public Ended {
        processes = Collections.unmodifiableMap(new TreeMap<>(processes));
        programs = List.copyOf(programs);
    }
}
