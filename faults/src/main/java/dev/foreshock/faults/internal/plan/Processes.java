package dev.foreshock.faults.internal.plan;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.ProcessTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.process.ProcessState;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.ProcessChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the processes that a fault on a component strikes: those that the target owns, as they are now. */
final class Processes {
    private final Scenario scenario;
    private final TargetSpec target;
    private final ProcessControl control;
    /** Looked at once each, so that all faults of a plan mean the same one. */
    private final Map<String, OwnedProcess> known = new TreeMap<>();

    Processes(Scenario scenario, TargetSpec target, ProcessControl control) {
        this.scenario = scenario;
        this.target = target;
        this.control = control;
    }

    /** Returns what an effect on a component does to processes. */
    List<Change> of(String on, ComponentEffect effect) throws Inexpressible {
        if (!(effect instanceof Crash || effect instanceof Pause)) {
            throw new Inexpressible("a process can be killed or stopped, but not do '" + effect.text()
                    + "'; strike the calls to it instead, as with latency");
        }
        requireHere();
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, ProcessTarget> one : struck(on, effect)) {
            OwnedProcess process = owned(one.getKey(), one.getValue());
            if (effect instanceof Crash && process.start().isEmpty()) {
                throw new Inexpressible(
                        "process '" + one.getKey()
                                + "' must have a command that starts it again to be killed, but has none; say start: in the target");
            }
            changes.add(effect instanceof Crash ? new ProcessChange.Kill(process) : new ProcessChange.Pause(process));
        }
        return changes;
    }

    private void requireHere() throws Inexpressible {
        if (target.environment() == Environment.PRODUCTION) {
            throw new Inexpressible("processes of a production environment are never struck; strike the calls to them");
        }
        for (Map.Entry<String, ServerTarget> server : target.servers().entrySet()) {
            if (!ServerAddress.parse(server.getValue().address()).isLoopback()) {
                throw new Inexpressible(
                        "processes are struck only where the whole target is on this machine, but server '"
                                + server.getKey() + "' is at "
                                + server.getValue().address());
            }
        }
    }

    private List<Map.Entry<String, ProcessTarget>> struck(String on, ComponentEffect effect) throws Inexpressible {
        List<Map.Entry<String, ProcessTarget>> there = target.processes().entrySet().stream()
                .filter(process -> process.getValue().on().equals(on))
                .toList();
        if (there.isEmpty()) {
            TreeSet<String> mapped = new TreeSet<>();
            target.processes().values().forEach(process -> mapped.add(process.on()));
            throw new Inexpressible("'" + effect.text() + "' strikes processes, but the target has none on " + on
                    + "; say which it is: processes: { " + on + ": { on: " + on
                    + ", pid-file: /path, start: COMMAND, allowed: yes } }"
                    + (mapped.isEmpty() ? "" : "; " + Spelling.hint(on, "components with processes", mapped)));
        }
        ComponentSpec component = scenario.system().components().get(on);
        int replicas = component == null ? 1 : component.sizing().replicas();
        if (there.size() != replicas) {
            throw new Inexpressible("the target must have a process for each of the " + replicas + " replicas of " + on
                    + ", but has " + there.size() + " ("
                    + there.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")) + ")");
        }
        return effect.replicas() == null ? there : there.subList(0, Math.min(effect.replicas(), there.size()));
    }

    private OwnedProcess owned(String name, ProcessTarget process) throws Inexpressible {
        if (!process.allowed()) {
            throw new Inexpressible("process '" + name + "' must be allowed to be broken, but is not; where it may be, "
                    + "say allowed: yes in the target");
        }
        OwnedProcess before = known.get(name);
        if (before != null) {
            return before;
        }
        String subject = "process '" + name + "' (" + process.pidFile() + ")";
        ProcessState state = state(process).orElseThrow(() -> new Inexpressible(subject + " must run, but does not"));
        if (!state.own()) {
            throw new Inexpressible(subject + " must run as the user of Foreshock, but does not: "
                    + state.identity().pid());
        } else if (state.ours()) {
            throw new Inexpressible(subject + " must not be Foreshock itself, or what started it, but is: "
                    + state.identity().pid());
        } else if (state.stopped()) {
            throw new Inexpressible(subject + " must not be stopped before a run, but is; let it go on: kill -CONT "
                    + state.identity().pid());
        }
        OwnedProcess owned = new OwnedProcess(
                name,
                process.pidFile(),
                process.start() == null ? "" : process.start(),
                process.within().toNanos(),
                state.identity());
        known.put(name, owned);
        return owned;
    }

    private Optional<ProcessState> state(ProcessTarget process) throws Inexpressible {
        try {
            return control.named(process.pidFile());
        } catch (ControlException e) {
            throw new Inexpressible(String.valueOf(e.getMessage()));
        }
    }
}
