package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.PartReport;

/**
 * What a process says when a run ends.
 *
 * @param report what its part saw
 * @param lateNanos by how much 99 % of what it did was not late
 * @param mostLateNanos by how much the latest was late
 */
public record PartPlayed(PartReport report, long lateNanos, long mostLateNanos) {}
