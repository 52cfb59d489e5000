package dev.foreshock.faults.plan;

import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.plan.PlanHash;
import dev.foreshock.faults.undo.Before;
import java.time.Duration;
import java.util.List;

/**
 * What a run would do. Of the run's own random name nothing depends but the names of its toxics and its fences.
 *
 * @param run the name of the run
 * @param scenario the name of the scenario
 * @param target the name of the target
 * @param spec the target
 * @param faults the faults, by the time they begin
 * @param before the proxies that it touches, as they are now
 * @param call how long a call to a server may take
 */
public record Plan(
        String run,
        String scenario,
        String target,
        TargetSpec spec,
        List<PlannedFault> faults,
        List<Before> before,
        Duration call) {
    /** Copies the lists. */
    public Plan {
        faults = List.copyOf(faults);
        before = List.copyOf(before);
    }

    /**
     * Returns a hash of all that matters: faults, calls, times, the target and how the servers are now. Two plans that would do the
     * same have the same, whatever their runs are called.
     */
    public String hash() {
        return PlanHash.of(this);
    }

    /** Returns when the last fault ends, from the begin of the first. */
    public Duration length() {
        return Duration.ofNanos(
                faults.stream().mapToLong(PlannedFault::toNanos).max().orElse(0));
    }

    /**
     * Returns how long a change stands at most although nobody undoes it: the length of its fault, and as much as an undo may be late
     * while whoever injects lives.
     */
    public Duration life(PlannedFault fault) {
        return Duration.ofNanos(fault.toNanos() - fault.fromNanos()).plus(spec.lease());
    }

    /**
     * Returns how long anything stays broken at most once whoever injects is dead or hangs: the lease, and twice the time of a call for
     * each change on the server that has most of them.
     */
    public Duration longestAfterLoss() {
        long most = before.stream()
                .mapToLong(server -> 1
                        + faults.stream()
                                .flatMap(fault -> fault.changes().stream())
                                .filter(change -> change.server().equals(server.server()))
                                .count())
                .max()
                .orElse(0);
        return spec.lease().plus(call.multipliedBy(2 * most));
    }

    /** Returns what a guard is told: the changes of all faults, in the order of {@link #faults}. */
    public Assignment assignment() {
        List<Step> steps = faults.stream()
                .flatMap(fault -> fault.changes().stream()
                        .map(change -> new Step(change, life(fault).toNanos())))
                .toList();
        return new Assignment(run, target, hash(), before, steps, spec.lease().toNanos(), call.toNanos());
    }
}
