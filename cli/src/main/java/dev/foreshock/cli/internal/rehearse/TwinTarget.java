package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ProbeTarget;
import dev.foreshock.engine.targets.ProcessTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.simulated.OwnProcess;
import dev.foreshock.simulated.Twin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The target that a twin is: a proxy wherever a fault of the scenario strikes connections, and the processes that faults strike. A fault
 * that neither can do is left to the parts of the twin, which do it as the model does.
 */
final class TwinTarget {
    /** Why a fault without an end is left to the parts of the twin. */
    static final String ENDLESS = "it has no end, and what is done from outside must end by itself";

    private static final String SERVER = "twin";
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final Twin twin;
    private final FaultPlaces places;
    private final Map<String, LinkTarget> links = new TreeMap<>();
    private final Map<String, ProcessTarget> processes = new TreeMap<>();
    private final Map<String, String> ways = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();

    TwinTarget(Scenario scenario, Twin twin) {
        this.scenario = scenario;
        this.twin = twin;
        places = new FaultPlaces(scenario, twin.processes().keySet(), twin.hasContainers());
        for (String name : new TreeSet<>(places.outside())) {
            FaultSpec fault = Objects.requireNonNull(scenario.faults().get(name));
            if (fault.does() instanceof CallEffect) {
                links.computeIfAbsent(fault.on(), this::link);
            } else {
                processes.computeIfAbsent(fault.on(), this::process);
            }
        }
        links.replaceAll((on, link) -> onward(link));
    }

    /** What leaves the proxy of one call goes on through that of all calls to the component, where there is one. */
    private LinkTarget onward(LinkTarget link) {
        LinkTarget all = links.get(FaultPlaces.called(link.on(), scenario).orElse(""));
        return all == null || all.listen() == null || all.on().equals(link.on())
                ? link
                : new LinkTarget(link.on(), SERVER, link.proxy(), all.listen(), true, false, link.listen());
    }

    private LinkTarget link(String on) {
        String to = FaultPlaces.called(on, scenario).orElseThrow();
        String listen = "127.0.0.1:" + FreePorts.one(taken);
        ways.put(on, listen);
        return new LinkTarget(on, SERVER, on, address(to), true, false, listen);
    }

    private ProcessTarget process(String component) {
        OwnProcess process = twin.processes().get(component);
        if (process == null) {
            throw new IllegalStateException(component + " must have a process of its own, but has none");
        }
        return new ProcessTarget(component, process.pidFile().toString(), start(process), Duration.ofSeconds(30), true);
    }

    /** A shell waits for it, as nobody else would learn how it ended. */
    static String start(OwnProcess process) {
        return process.command().stream().map(Shell::quoted).collect(Collectors.joining(" ", "{ ", ""))
                + " >/dev/null 2>>" + Shell.quoted(process.log().toString())
                + "; echo $? >" + Shell.quoted(process.status().toString()) + "; } &";
    }

    private String address(String component) {
        String address = twin.addresses().get(component);
        if (address == null) {
            throw new IllegalStateException(component + " must be a service of the twin, but is none");
        }
        return address;
    }

    /** Returns the names of the faults that are applied from outside. */
    Set<String> outside() {
        return places.outside();
    }

    /** Returns where calls go that do not go straight to their component. */
    Map<String, String> ways() {
        return Map.copyOf(ways);
    }

    /** Returns where each fault is applied, for people. */
    Map<String, String> places() {
        return places.places();
    }

    /** Returns the target. */
    TargetSpec spec() {
        List<FaultSpec> faults = new ArrayList<>(scenario.faults().values());
        return new TargetSpec(
                Environment.TEST,
                links.isEmpty()
                        ? Map.of()
                        : Map.of(SERVER, new ServerTarget("127.0.0.1:" + FreePorts.one(taken), false, true)),
                links,
                processes,
                Map.of("users", new ProbeTarget(twin.page(), Duration.ofMillis(500), Duration.ofSeconds(5), 200)),
                scenario.clock().length().plusSeconds(1),
                Math.max(1, faults.size()),
                null,
                LEASE);
    }

    /** What would outlast the scenario ends with it, and so does what lasts until somebody ends it. */
    private FaultSpec withinClock(FaultSpec fault) {
        Duration left = scenario.clock().length().minusNanos(scenario.clock().nanosAt(fault.at()));
        Duration lasts = fault.lasts();
        return lasts != null && lasts.compareTo(left) <= 0 ? fault : fault.lasting(left);
    }

    /** Returns the scenario with the faults alone that are applied from outside. */
    Scenario injected() {
        Map<String, FaultSpec> injected = new TreeMap<>(scenario.faults());
        injected.keySet().retainAll(places.outside());
        injected.replaceAll((name, fault) -> withinClock(fault));
        return scenario.withFaults(injected);
    }
}
