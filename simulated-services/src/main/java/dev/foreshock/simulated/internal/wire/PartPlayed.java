package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.PartReport;
import dev.foreshock.simulated.HopCost;
import java.util.Map;

/**
 * What a process says when a run ends.
 *
 * @param report what its part saw
 * @param lateNanos by how much 99 % of what it did was not late
 * @param mostLateNanos by how much the latest was late
 * @param hops what its calls cost beside the time in their components, by {@code component.call}; and what its standby costs beside its lag, by
 *     {@code component.standby}
 * @param behind what stood behind it that nobody here wrote, for people; empty where nothing did
 */
public record PartPlayed(
        PartReport report, long lateNanos, long mostLateNanos, Map<String, HopCost> hops, String behind) {}
