package dev.foreshock.faults.internal.plan;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.Planned;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Drafts one plan: all that is wrong with it is said together. Used once. */
public final class Drafting {
    private final Scenario scenario;
    private final String name;
    private final TargetSpec target;
    private final Reach reach;
    private final Duration call;
    private final String run;
    private final Places places;
    private final Processes processes;
    private final List<String> reasons = new ArrayList<>();

    /** The proxies that are touched, by server and name. */
    private final Map<String, Map<String, LinkTarget>> touched = new TreeMap<>();

    private final List<String> leasing = new ArrayList<>();
    private int toxics;

    /** Creates a draft for a run. */
    public Drafting(Scenario scenario, String name, TargetSpec target, Reach reach, Duration call, String run) {
        this.scenario = scenario;
        this.name = name;
        this.target = target;
        this.reach = reach;
        this.call = call;
        this.run = run;
        this.places = new Places(scenario, target);
        this.processes = new Processes(scenario, target, reach.processes());
    }

    /** Drafts the plan. */
    public Planned draft() {
        List<PlannedFault> faults = faults();
        if (faults.isEmpty() && reasons.isEmpty()) {
            reasons.add("the scenario must have a fault that is enabled, but has none");
        }
        atOnce(faults);
        apart(faults);
        List<Before> before = reasons.isEmpty() ? before() : List.of();
        return reasons.isEmpty()
                ? new Planned.Possible(new Plan(run, scenario.name(), name, target, faults, before, leasing, call))
                : new Planned.Refused(reasons);
    }

    private List<PlannedFault> faults() {
        List<Map.Entry<String, FaultSpec>> enabled = scenario.faults().entrySet().stream()
                .filter(fault -> fault.getValue().enabled())
                .sorted(Comparator.comparingLong((Map.Entry<String, FaultSpec> fault) -> begin(fault.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<PlannedFault> faults = new ArrayList<>();
        for (Map.Entry<String, FaultSpec> fault : enabled) {
            try {
                faults.add(fault(
                        fault.getKey(), fault.getValue(), begin(enabled.get(0).getValue())));
            } catch (Inexpressible e) {
                reasons.add("fault '" + fault.getKey() + "': " + e.getMessage());
            }
        }
        return faults;
    }

    private long begin(FaultSpec fault) {
        return scenario.clock().nanosAt(fault.at());
    }

    private PlannedFault fault(String fault, FaultSpec spec, long first) throws Inexpressible {
        Duration lasts = spec.lasts();
        if (lasts == null) {
            throw new Inexpressible("it must say how long it lasts: what is injected must end by itself"
                    + (scenario.endedBy(fault).isPresent() ? ", as nobody plays the runbook here" : ""));
        } else if (lasts.compareTo(target.longest()) > 0) {
            throw new Inexpressible("it must last at most the " + Spans.text(target.longest())
                    + " that the target allows (longest), but lasts " + Spans.text(lasts));
        }
        List<Change> changes = new ArrayList<>();
        List<String> struck = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        scenario.endedBy(fault)
                .ifPresent(step -> notes.add("nobody plays the runbook here: step " + step
                        + " does not end it before its time; Ctrl-C does, and foreshock stop"));
        if (spec.does() instanceof ComponentEffect effect) {
            requireLimited(effect);
            changes.addAll(processes.of(spec.on(), effect));
            changes.forEach(
                    change -> struck.add(((ProcessChange) change).process().text()));
            notes.add("children of a process are not struck with it");
        }
        for (LinkTarget link : changes.isEmpty() ? places.of(spec.on()) : List.<LinkTarget>of()) {
            ServerTarget server = target.servers().get(link.server());
            if (server == null) {
                throw new Inexpressible("there is no server '" + link.server() + "'");
            }
            requireLimited(spec.does());
            Toxics.Done done = new Toxics(server.address(), link, this::toxicName).of(spec.does());
            changes.addAll(done.changes());
            done.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            struck.add(done.share() + " of the connections through proxy '" + link.proxy() + "' of " + server.address()
                    + " to " + link.to());
            touched.computeIfAbsent(link.server(), key -> new TreeMap<>()).put(link.proxy(), link);
        }
        long from = begin(spec) - first;
        return new PlannedFault(fault, spec.text(), from, from + lasts.toNanos(), changes, struck, notes);
    }

    /** Refuses what strikes all connections there are, where only so many may be struck. */
    private void requireLimited(Effect effect) throws Inexpressible {
        boolean strikesAll = effect instanceof ComponentEffect || effect instanceof Refused;
        if (strikesAll && target.connections() != null) {
            throw new Inexpressible("'" + effect.text() + "' strikes every connection, but the target allows "
                    + target.connections() + " (connections); latency, lost and reset can keep to that");
        }
    }

    private String toxicName() {
        return Change.toxicName(run, toxics++);
    }

    /** At the begin of each fault, those that stand are counted: the count is highest at a begin. */
    private void atOnce(List<PlannedFault> faults) {
        for (PlannedFault one : faults) {
            List<String> standing = faults.stream()
                    .filter(other -> other.fromNanos() <= one.fromNanos() && one.fromNanos() < other.toNanos())
                    .map(PlannedFault::name)
                    .toList();
            if (standing.size() > target.atOnce()) {
                reasons.add("at most " + target.atOnce() + " faults may stand at the same time (at-once), but "
                        + String.join(", ", standing) + " do");
                return;
            }
        }
    }

    /** Two faults that turn one proxy off, or strike one process, would end with the first of them. */
    private void apart(List<PlannedFault> faults) {
        for (PlannedFault one : faults) {
            for (PlannedFault other : faults) {
                boolean meet = one.fromNanos() < other.toNanos() && other.fromNanos() <= one.toNanos();
                if (one.name().compareTo(other.name()) < 0
                        && meet
                        && whole(one).stream().anyMatch(whole(other)::contains)) {
                    reasons.add("faults '" + one.name() + "' and '" + other.name()
                            + "' must not turn off the same proxy, or strike the same process, at the same time");
                } else if (other.fromNanos() > one.toNanos()
                        && killed(one).stream().anyMatch(whole(other)::contains)) {
                    reasons.add(
                            "fault '" + other.name() + "' must not strike a process that '" + one.name()
                                    + "' kills: it is another one by then, that nobody has reviewed; inject them in runs of their own");
                }
            }
        }
    }

    /** Returns what a fault strikes as a whole: changes that turn a proxy off, and processes. */
    private static List<Object> whole(PlannedFault fault) {
        List<Object> whole = new ArrayList<>();
        for (Change change : fault.changes()) {
            if (change instanceof Change.Disable) {
                whole.add(change);
            } else if (change instanceof ProcessChange onProcess) {
                whole.add(onProcess.process());
            }
        }
        return whole;
    }

    private static List<Object> killed(PlannedFault fault) {
        List<Object> killed = whole(fault);
        killed.removeIf(process -> fault.changes().stream()
                .noneMatch(change -> change instanceof ProcessChange.Kill kill
                        && kill.process().equals(process)));
        return killed;
    }

    private List<Before> before() {
        List<Before> before = new ArrayList<>();
        if (target.connections() != null && touched.size() > 1) {
            reasons.add("the faults must go through one server, which counts the " + target.connections()
                    + " connections that the target allows (connections), but go through "
                    + String.join(", ", touched.keySet()) + "; inject them in runs of their own");
        }
        touched.forEach((key, links) -> {
            ServerTarget server = target.servers().get(key);
            if (server == null) {
                return;
            }
            if (!server.remote() && !ServerAddress.parse(server.address()).isLoopback()) {
                reasons.add("server '" + key + "' must be on this machine, but " + server.address()
                        + " is not; where it may be elsewhere, say remote: yes in the target");
                return;
            }
            try {
                before.add(new Before(server.address(), states(server.address(), links)));
                if (reach.server(server.address()).keepsLeases()) {
                    leasing.add(server.address());
                } else if (target.connections() != null) {
                    reasons.add(
                            "server '" + key + "' must be able to spare connections beyond the "
                                    + target.connections()
                                    + " that the target allows (connections), but only the embedded server "
                                    + "can, foreshock toxiproxy; use that, or leave connections out and have any number struck");
                }
            } catch (ControlException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        });
        return before;
    }

    private List<ProxyState> states(String server, Map<String, LinkTarget> links) throws ControlException {
        Map<String, ProxyState> now = reach.server(server).proxies();
        if (now.containsKey(Change.FENCE)) {
            reasons.add("another run has " + server + ": its fence '" + Change.FENCE
                    + "' is there; wait for it, or foreshock heal where it ran");
        }
        List<ProxyState> states = new ArrayList<>();
        links.forEach((proxy, link) -> {
            ProxyState state = now.get(proxy);
            String subject = "proxy '" + proxy + "' of " + server;
            if (state == null) {
                reasons.add(subject + " must be there, but is not; it has: " + String.join(", ", now.keySet()));
            } else if (!state.upstream().equals(link.to())) {
                reasons.add(subject + " must lead to " + link.to() + ", but leads to " + state.upstream());
            } else if (!state.enabled()) {
                reasons.add(subject + " must be enabled before a run, but is disabled");
            } else if (!state.toxics().isEmpty()) {
                reasons.add(subject + " must have no toxic before a run, but has '"
                        + state.toxics().get(0).name() + "', which is not ours to remove");
            } else {
                states.add(state);
            }
        });
        return states;
    }
}
