package dev.foreshock.simulated;

import dev.foreshock.engine.Probe;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One run of a twin.
 *
 * @param seed the seed: with it the simulator has the same users
 * @param replication the replication
 * @param elsewhere the names of the faults that somebody applies from outside; the parts apply the others by themselves
 * @param ways where calls go that do not go straight to their component, as {@code host:port}: by component, for all calls to it, or by
 *     call, as {@code component.call} or {@code users.class}
 * @param probe sees what users send and get
 * @param ends is told which of the faults that come from outside a step of the runbook ends, by the thread that users run on
 */
public record Play(
        long seed,
        int replication,
        Set<String> elsewhere,
        Map<String, String> ways,
        Probe probe,
        Consumer<String> ends) {
    /** Copies set and map. */
    public Play {
        elsewhere = Collections.unmodifiableSet(new TreeSet<>(elsewhere));
        ways = Collections.unmodifiableMap(new TreeMap<>(ways));
    }

    /** Returns a run in which the parts apply all faults by themselves, seen by nobody. */
    public static Play of(long seed, int replication) {
        return new Play(seed, replication, Set.of(), Map.of(), Probe.NONE, fault -> {});
    }

    /** Returns this run, seen by {@code each}. */
    public Play seenBy(Probe each) {
        return new Play(seed, replication, elsewhere, ways, each, ends);
    }

    /** Returns this run, with faults that come from outside. */
    public Play without(Set<String> faults) {
        return new Play(seed, replication, faults, ways, probe, ends);
    }

    /** Returns this run, with calls that go another way. */
    public Play by(Map<String, String> otherWays) {
        return new Play(seed, replication, elsewhere, otherWays, probe, ends);
    }

    /** Returns this run, in which somebody is told which of the faults from outside a step of the runbook ends. */
    public Play ending(Consumer<String> who) {
        return new Play(seed, replication, elsewhere, ways, probe, who);
    }
}
