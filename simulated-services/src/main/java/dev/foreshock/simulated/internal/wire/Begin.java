package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Hop;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Begins a run in a process.
 *
 * @param seed the seed
 * @param replication the replication
 * @param startNanos the {@link System#nanoTime()} of time 0, one clock for all processes of a machine
 * @param sentNanos the same clock when this was sent, for it to be checked
 * @param elsewhere the names of the faults that are applied outside the parts
 * @param addresses where calls go, as {@code host:port}: by {@code component.call} or {@code users.class} where one has a way of its own,
 *     else by component
 */
public record Begin(
        long seed,
        int replication,
        long startNanos,
        long sentNanos,
        Set<String> elsewhere,
        Map<String, String> addresses) {
    /** The replication whose users warm a twin: none that is ever rehearsed. */
    public static final int WARMING = Integer.MAX_VALUE;

    /** The replication whose users measure it. */
    public static final int MEASURING = WARMING - 1;

    /** Tells whether the run is one of the scenario, with its faults, and not one before it. */
    public boolean playsScenario() {
        return replication < MEASURING;
    }

    /** Copies set and map. */
    public Begin {
        elsewhere = Collections.unmodifiableSet(new TreeSet<>(elsewhere));
        addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
    }

    /** Returns where a call goes, as {@code host:port}. */
    public String addressOf(Hop hop) {
        String address = addresses.get(hop.from());
        if (address == null) {
            address = addresses.get(hop.to());
        }
        if (address == null || address.indexOf(':') < 0) {
            throw new IllegalStateException("a call must have an address, but " + hop.from() + " to " + hop.to()
                    + " has none among " + addresses.keySet());
        }
        return address;
    }
}
