package dev.foreshock.faults.plan;

import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.plan.PlanHash;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.ProcessChange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run would do. Of the run's own random name nothing depends but the names of its toxics and its fences.
 *
 * @param run the name of the run
 * @param scenario the name of the scenario
 * @param target the name of the target
 * @param spec the target
 * @param faults the faults, by the time they begin
 * @param before the proxies that it touches, as they are now
 * @param leasing the servers among them that keep leases, by {@code host:port}
 * @param call how long a call to a server may take
 */
public record Plan(
        String run,
        String scenario,
        String target,
        TargetSpec spec,
        List<PlannedFault> faults,
        List<Before> before,
        List<String> leasing,
        Duration call) {
    /** How late a server is at most that undoes what no lease holds any more. */
    public static final Duration LATENESS = Duration.ofMillis(250);

    private static final int TRIES = 2;

    /** Copies the lists. */
    public Plan {
        faults = List.copyOf(faults);
        before = List.copyOf(before);
        leasing = List.copyOf(leasing);
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

    /** Returns the processes that it touches, as they are now. */
    public List<OwnedProcess> processes() {
        return changes()
                .flatMap(change -> change instanceof ProcessChange onProcess
                        ? Stream.of(onProcess.process())
                        : Stream.<OwnedProcess>of())
                .distinct()
                .toList();
    }

    /**
     * Returns how long anything stays broken at most once whoever injects is dead or hangs. On a server that keeps leases: the lease and
     * {@link #LATENESS}. Elsewhere, and if the guard lives: the lease, and for each change there as long as undoing it may take.
     */
    public Duration longestAfterLoss() {
        Duration longest = undoingProcesses();
        for (Before server : before) {
            Duration undoing =
                    leasing.contains(server.server()) ? LATENESS : call.multipliedBy(TRIES * (1 + changes(server)));
            longest = longest.compareTo(undoing) < 0 ? undoing : longest;
        }
        return spec.lease().plus(longest);
    }

    private long changes(Before server) {
        return changes()
                .filter(change -> change.place().equals(server.server()))
                .count();
    }

    private Duration undoingProcesses() {
        return changes()
                .map(change -> change instanceof ProcessChange.Kill kill
                        ? Duration.ofNanos(kill.process().withinNanos())
                        : change instanceof ProcessChange ? ProcessControl.EFFECT.multipliedBy(TRIES) : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Stream<Change> changes() {
        return faults.stream().flatMap(fault -> fault.changes().stream());
    }

    /** Returns how many connections it strikes at most; {@link LeaseTerms#ALL} where the target does not say. */
    public int connections() {
        Integer most = spec.connections();
        return most == null ? LeaseTerms.ALL : most;
    }

    /** Returns where the guard is all that undoes: servers that keep no leases, by {@code host:port}, and processes, by their names. */
    public List<String> unleased() {
        return Stream.concat(
                        before.stream().map(Before::server).filter(server -> !leasing.contains(server)),
                        processes().stream().map(process -> "process '" + process.name() + "'"))
                .toList();
    }

    /** Returns the call that keeps other runs away from a server, as method, path and body. */
    public String fenceCall(Before server) {
        Change.Fence fence = new Change.Fence(server.server(), run);
        return leasing.contains(server.server())
                ? fence.callUnder(LeaseTerms.opening(Change.leaseName(run), spec.lease(), connections()))
                : fence.call();
    }

    /** Returns the call that makes a change of a fault, as method, path and body. */
    public String call(PlannedFault fault, Change change) {
        return change instanceof Change.OnServer onServer && leasing.contains(onServer.server())
                ? onServer.callUnder(LeaseTerms.under(Change.leaseName(run), life(fault)))
                : change.call();
    }

    /** Returns what a guard is told: the changes of all faults, in the order of {@link #faults}. */
    public Assignment assignment() {
        List<Step> steps = faults.stream()
                .flatMap(fault -> fault.changes().stream()
                        .map(change -> new Step(change, life(fault).toNanos())))
                .toList();
        return new Assignment(
                run,
                target,
                hash(),
                before,
                processes(),
                steps,
                leasing,
                spec.lease().toNanos(),
                call.toNanos(),
                connections());
    }
}
