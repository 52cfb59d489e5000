package dev.foreshock.engine.performance;

import java.lang.management.ManagementFactory;

/**
 * One run, measured.
 *
 * @param figures what it found out
 * @param cpuNanos processor time of the thread that ran it
 * @param bytes what that thread allocated
 */
record Lap(Figures figures, long cpuNanos, long bytes) {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Lap of(Contestant contestant, long seed, int seconds) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        Figures figures = contestant.run(seed, seconds);
        return new Lap(
                figures, THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    double requestsPerCpuSecond() {
        return figures.requests() * 1e9 / cpuNanos;
    }
}
