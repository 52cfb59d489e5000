package dev.foreshock.simulated;

import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.engine.result.RunResult;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run of a twin.
 *
 * @param result the result
 * @param lateNanos by how much 99 % of what users and services did was not late: how well the machine kept up
 * @param mostLateNanos by how much the latest was late
 * @param hops what calls cost beside the time in their components, by {@code component.call} or {@code users.class}
 * @param others what stood behind components or in their place that nobody here wrote, for people, by component
 * @param load what Gatling wrote down; null where this process sent what users send
 */
public record Played(
        RunResult result,
        long lateNanos,
        long mostLateNanos,
        Map<String, HopCost> hops,
        Map<String, String> others,
        @Nullable LoadSeen load) {
    /** Copies the maps. */
    public Played {
        hops = Collections.unmodifiableMap(new TreeMap<>(hops));
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }
}
