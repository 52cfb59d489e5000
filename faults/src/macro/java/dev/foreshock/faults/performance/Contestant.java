package dev.foreshock.faults.performance;

import java.util.OptionalLong;

/**
 * A way from clients to the servers behind it.
 *
 * @param name what the page calls it
 * @param echo the port that leads to what sends everything back
 * @param sink the port that leads to what swallows everything
 * @param process what stands between, if anything
 */
record Contestant(String name, int echo, int sink, OptionalLong process) {
    /** Returns how much processor time it has taken so far, in ns; nothing stands between where that is 0. */
    long processorNanos() {
        return process.isEmpty()
                ? 0
                : ProcessHandle.of(process.getAsLong())
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .orElseThrow()
                        .toNanos();
    }
}
