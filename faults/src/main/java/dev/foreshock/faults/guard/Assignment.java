package dev.foreshock.faults.guard;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.undo.Before;
import java.util.List;

/**
 * All that a guard may do.
 *
 * @param run the random name of the run
 * @param target the name of the target
 * @param plan the hash of the plan
 * @param before the proxies that the run may touch, as they must be when it begins
 * @param processes the processes that the run may touch, each as it must be when it begins
 * @param steps the changes, which are asked for by their position
 * @param leasing the servers that keep leases, by {@code host:port}: what is done there ends there when the guard gives no more sign
 *     of life
 * @param leaseNanos how long the guard waits for a sign of life
 * @param callNanos how long a call to a server may take
 * @param connections how many connections the run may strike, or {@link LeaseTerms#ALL}: on servers that keep leases
 * @param isOpen whether changes to the same proxies and processes may be added while it runs; not where somebody has reviewed a plan
 */
public record Assignment(
        String run,
        String target,
        String plan,
        List<Before> before,
        List<OwnedProcess> processes,
        List<Step> steps,
        List<String> leasing,
        long leaseNanos,
        long callNanos,
        int connections,
        boolean isOpen) {
    /** Copies the lists and checks the times. */
    public Assignment {
        before = List.copyOf(before);
        processes = List.copyOf(processes);
        steps = List.copyOf(steps);
        leasing = List.copyOf(leasing);
        if (leaseNanos <= 0 || callNanos <= 0) {
            throw new IllegalArgumentException(
                    "lease and patience must be positive, but were " + leaseNanos + " and " + callNanos + " ns");
        }
    }

    /** Creates an assignment of which nothing is left open. */
    public Assignment(
            String run,
            String target,
            String plan,
            List<Before> before,
            List<OwnedProcess> processes,
            List<Step> steps,
            List<String> leasing,
            long leaseNanos,
            long callNanos,
            int connections) {
        this(run, target, plan, before, processes, steps, leasing, leaseNanos, callNanos, connections, false);
    }

    /** Returns the number of the first change that is added: behind those that were planned and the fences. */
    public int firstAdded() {
        return steps.size() + before.size();
    }

    /** Returns the same, to which changes may be added while it runs. */
    public Assignment open() {
        return new Assignment(
                run, target, plan, before, processes, steps, leasing, leaseNanos, callNanos, connections, true);
    }
}
