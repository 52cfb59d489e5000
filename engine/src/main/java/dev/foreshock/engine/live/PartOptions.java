package dev.foreshock.engine.live;

import dev.foreshock.engine.Probe;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a part is run.
 *
 * @param seed the seed of its draws, that of the simulator for the same draws
 * @param replication the replication
 * @param elsewhere the names of the faults that are applied outside the part: to a proxy, or to its process. It applies all others by
 *     itself, as the model does, and writes down those too
 * @param probe sees its calls
 */
public record PartOptions(long seed, int replication, Set<String> elsewhere, Probe probe) {
    /** Copies the set. */
    public PartOptions {
        elsewhere = Collections.unmodifiableSet(new TreeSet<>(elsewhere));
    }

    /** Returns options for a part that applies all faults by itself and is seen by nobody. */
    public static PartOptions of(long seed, int replication) {
        return new PartOptions(seed, replication, Set.of(), Probe.NONE);
    }

    /** Returns these options with another probe. */
    public PartOptions seenBy(Probe each) {
        return new PartOptions(seed, replication, elsewhere, each);
    }

    /** Returns these options for a part to which some faults come from outside. */
    public PartOptions without(Set<String> faults) {
        return new PartOptions(seed, replication, faults, probe);
    }
}
