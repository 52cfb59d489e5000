package dev.foreshock.simulated;

import dev.foreshock.engine.result.RunResult;

/**
 * What came of a run of a twin.
 *
 * @param result the result
 * @param lateNanos by how much 99 % of what users and services did was not late: how well the machine kept up
 * @param mostLateNanos by how much the latest was late
 */
public record Played(RunResult result, long lateNanos, long mostLateNanos) {}
