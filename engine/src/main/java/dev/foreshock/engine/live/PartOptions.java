package dev.foreshock.engine.live;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.fault.FaultSpec;
import java.util.function.Predicate;

/**
 * How a part is run.
 *
 * @param seed the seed of its draws, that of the simulator for the same draws
 * @param replication the replication
 * @param inside which faults the part applies by itself, as the model does; the others are applied outside it
 * @param probe sees its calls
 */
public record PartOptions(long seed, int replication, Predicate<FaultSpec> inside, Probe probe) {
    /** Returns options for a part that applies all faults by itself and is seen by nobody. */
    public static PartOptions of(long seed, int replication) {
        return new PartOptions(seed, replication, fault -> true, Probe.NONE);
    }

    /** Returns these options with another probe. */
    public PartOptions seenBy(Probe each) {
        return new PartOptions(seed, replication, inside, each);
    }

    /** Returns these options for a part that applies only these faults by itself. */
    public PartOptions applying(Predicate<FaultSpec> faults) {
        return new PartOptions(seed, replication, faults, probe);
    }
}
