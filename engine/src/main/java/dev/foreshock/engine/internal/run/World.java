package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.internal.calls.ProbedCalls;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.calls.Switchboard;
import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One replication's system: the components of a scenario, compiled and wired. Components are numbered in the order of their identities. */
final class World {
    final Kernel kernel = new Kernel();
    final KeyedRandom random = new KeyedRandom();
    final Switchboard switchboard = new Switchboard(kernel, random);
    final JournalBook journal = new JournalBook(kernel);
    final Streams streams;
    final Semantics semantics;
    final Map<String, Component> components = new LinkedHashMap<>();
    final Map<String, Tally> tallies = new LinkedHashMap<>();
    final FormerNames formerNames;
    final Checkups checkups = new Checkups(this);

    /** The routes of all callers: {@code component.call}, and one for each way that users come in. */
    final Map<String, List<Route>> routes = new TreeMap<>();

    private final Map<Route, String> called = new HashMap<>();
    private final List<String> names;
    private final List<String> requests;
    private final @Nullable Probe probe;

    /** Tells the probe of calls; null if there is none. */
    @Nullable
    ProbedCalls probed;

    /** Makes a component out of its description. */
    @FunctionalInterface
    interface Builder {
        /** Returns the component called {@code name}. */
        Component build(String name, ComponentSpec spec, Bench bench);
    }

    World(Scenario scenario, Streams streams, @Nullable Probe probe) {
        this(scenario, streams, probe, (name, spec, bench) -> spec.build(bench));
    }

    World(Scenario scenario, Streams streams, @Nullable Probe probe, Builder builder) {
        this.streams = streams;
        this.probe = probe;
        semantics = scenario.semantics();
        formerNames = scenario.formerNames();
        Map<String, ComponentSpec> specs = FormerNames.inOrder(scenario.system().components(), formerNames::component);
        names = new ArrayList<>(specs.keySet());
        requests = List.copyOf(scenario.system().requests().keySet());
        specs.forEach((name, spec) -> build(name, spec, builder));
        checkups.open();
        switchboard.connect(checkups.withPulses(), checkups.tallies());
        if (probe != null) {
            probed = new ProbedCalls(probe, names, requests);
            switchboard.probed(probed);
        }
    }

    private void build(String name, ComponentSpec spec, Builder builder) {
        int handler = kernel.register();
        Component component = builder.build(name, spec, new Bench(this, name, handler));
        kernel.handler(handler, component::on);
        components.put(name, component);
        tallies.put(name, new Tally());
        Meter meter = component.meter();
        if (probe != null && meter != null) {
            meter.listener(new ProbedMeter(name, probe, kernel));
        }
    }

    /** Makes a route known by the name of its call; callers of one name are told apart by nobody. */
    void know(String called, Route route) {
        routes.computeIfAbsent(called, key -> new ArrayList<>(1)).add(route);
        this.called.put(route, called);
    }

    /** Returns the name that a route is known by. */
    String nameOf(Route route) {
        return called.getOrDefault(route, "");
    }

    /** Returns the routes of one call, {@code component.call}, or all that lead to a component. */
    List<Route> routes(String on) {
        int target = numberOf(on);
        return target < 0
                ? routes.getOrDefault(on, List.of())
                : routes.values().stream()
                        .flatMap(List::stream)
                        .filter(route -> componentOf(route) == target)
                        .toList();
    }

    private int componentOf(Route route) {
        return route.target() % names.size();
    }

    /** Returns the name of the component that a route leads to. */
    String targetOf(Route route) {
        return names.get(componentOf(route));
    }

    /** Returns how many components there are. */
    int size() {
        return names.size();
    }

    int numberOf(String name) {
        return names.indexOf(name);
    }

    /** Returns the number of a class of requests, from 1 on; 0 is of no class. */
    int requestNumber(String requestClass) {
        return requests.indexOf(requestClass) + 1;
    }

    /** Returns the name of the class of requests with this number, empty for 0. */
    String requestName(int number) {
        return number == 0 ? "" : requests.get(number - 1);
    }

    int requestClasses() {
        return requests.size();
    }

    Component component(String name) {
        return known(components, name);
    }

    Tally tally(String name) {
        return known(tallies, name);
    }

    private static <V> V known(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("a component must be declared, but '" + name + "' was not");
        }
        return value;
    }

    /** Counts both sides of every component and of the users. */
    void checkConservation(long stillWaitingUsers, long usersInFlight) {
        List<String> losses = new ArrayList<>();
        components.forEach((name, component) -> {
            Tally tally = tally(name);
            if (tally.unanswered() + tally.unfinished() != component.holding()) {
                String unfinished = tally.unfinished() == 0
                        ? ""
                        : " and " + tally.unfinished() + " were taken over and not finished";
                losses.add(name + " holds " + component.holding() + " calls, but " + tally.unanswered()
                        + " arrived without an answer" + unfinished);
            }
        });
        if (stillWaitingUsers != usersInFlight) {
            losses.add(
                    "users wait for " + stillWaitingUsers + " answers, but " + usersInFlight + " requests have no end");
        }
        if (!losses.isEmpty()) {
            throw new ConservationException(losses);
        }
    }
}
