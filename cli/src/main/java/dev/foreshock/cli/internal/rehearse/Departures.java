package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.faults.process.ProcessControl;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes that were told to end. Who started them may be dead, and who is first in a container may ask about none: then they stay known. */
final class Departures {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int LOOK_MILLIS = 5;

    private Departures() {}

    /** Ends processes at once, and returns those that still run some seconds later, or when this thread is interrupted. */
    static List<ProcessHandle> remaining(List<ProcessHandle> processes) {
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
