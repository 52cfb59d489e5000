package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.faults.process.ProcessControl;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes that somebody else started. Where that one is dead, they stay zombies if process 1 waits for none, as in many containers: a zombie has
 * ended.
 */
final class Departures {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int LOOK_MILLIS = 5;

    private Departures() {}

    /** Kills processes, and returns those that still run ten seconds later, or when this thread is interrupted. */
    static List<ProcessHandle> survivorsOfKill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        long until = System.nanoTime() + PATIENCE_NANOS;
        List<ProcessHandle> left = running(processes);
        while (!left.isEmpty() && System.nanoTime() - until < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left;
            }
            left = running(left);
        }
        return left;
    }

    private static List<ProcessHandle> running(List<ProcessHandle> processes) {
        return processes.stream().filter(ProcessControl::runs).toList();
    }
}
