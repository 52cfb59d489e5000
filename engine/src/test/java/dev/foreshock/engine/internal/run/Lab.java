package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.internal.calls.CallsProbe;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.internal.parts.PartsProbe;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.unit.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bench for components: builds a world from their descriptions, makes calls from outside at chosen times and writes down
 * how and when each ends. Times are in milliseconds after the start.
 */
public final class Lab {
    private static final long MILLI = 1_000_000;

    private final World world;
    private final Injections injections;
    private final int handler;
    private final List<Runnable> script = new ArrayList<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    /** How a call from outside ended. */
    public static final class Answer {
        private Outcome outcome;
        private long atNanos = -1;
        private int count;

        /** Asserts that it ended once, so and then. */
        public void is(Outcome wanted, double atMillis) {
            assertThat(count).as("answers to one call").isEqualTo(1);
            assertThat(outcome + " at " + atNanos).isEqualTo(wanted + " at " + Math.round(atMillis * MILLI));
        }

        /** Asserts that it did not end. */
        public void isMissing() {
            assertThat(count).as("answers").isZero();
        }

        /** Returns how it ended. */
        public Outcome outcome() {
            assertThat(count).as("answers to one call").isEqualTo(1);
            return outcome;
        }

        /** Returns when it ended. */
        public long atNanos() {
            assertThat(count).as("answers to one call").isEqualTo(1);
            return atNanos;
        }
    }

    /** Sets up the components of {@code builder}'s scenario. */
    private Lab(Map<String, ComponentSpec> components, Map<String, FaultSpec> faults, long seed, Semantics semantics) {
        ScenarioBuilder builder = Scenario.named("lab", Clock.of("2026-01-01T00:00:00Z", Duration.ofHours(1)))
                .semantics(semantics);
        components.forEach(builder::component);
        faults.forEach(builder::fault);
        Scenario scenario = builder.build();
        world = new World(scenario, new Streams(seed, 0), null);
        injections = new Injections(scenario, world, Set.of());
        injections.plan();
        handler = world.kernel.register((op, arg, now) -> script.get(arg).run());
    }

    /** Returns a lab with these components. */
    public static Lab of(Map<String, ComponentSpec> components) {
        return new Lab(components, Map.of(), 1, Semantics.LATEST);
    }

    /** Returns a lab with these components, struck by these faults. */
    public static Lab struck(Map<String, ComponentSpec> components, FaultSpec... faults) {
        Map<String, FaultSpec> named = new TreeMap<>();
        for (FaultSpec fault : faults) {
            named.put("fault-" + named.size(), fault);
        }
        return new Lab(components, named, 1, Semantics.LATEST);
    }

    /** Returns a lab in which words mean what they meant in a version. */
    public static Lab under(Semantics semantics, Map<String, ComponentSpec> components) {
        return new Lab(components, Map.of(), 1, semantics);
    }

    /** Returns a lab with one component. */
    public static Lab of(String name, ComponentSpec component) {
        return of(Map.of(name, component));
    }

    /** Returns a lab with two components. */
    public static Lab of(String name, ComponentSpec component, String name2, ComponentSpec component2) {
        return of(Map.of(name, component, name2, component2));
    }

    /** Returns a lab with three components. */
    public static Lab of(String n1, ComponentSpec c1, String n2, ComponentSpec c2, String n3, ComponentSpec c3) {
        return of(Map.of(n1, c1, n2, c2, n3, c3));
    }

    /** Makes a plain call of session 0 at a time. */
    public Answer call(double atMillis, String component) {
        return call(atMillis, component, 0);
    }

    /** Makes a plain call of {@code session} at a time. */
    public Answer call(double atMillis, String component, long session) {
        return call(atMillis, component, session, CallSpec.plain());
    }

    /** Makes a call at a time. Calls described alike share a link. */
    public Answer call(double atMillis, String component, long session, CallSpec spec) {
        Answer answer = new Answer();
        int number = answers.size();
        answers.add(answer);
        Route route = routes.computeIfAbsent(component + spec, key -> route(component, spec));
        return at(
                atMillis,
                () -> world.switchboard.callFromOutside(
                        route,
                        number,
                        KeyedRandom.key(number, 77),
                        KeyedRandom.key(number, 77),
                        session,
                        0,
                        Long.MAX_VALUE),
                answer);
    }

    private Route route(String component, CallSpec spec) {
        Route route = new Route(
                world.switchboard,
                world.streams,
                "lab " + component,
                spec,
                world.numberOf(component),
                (owner, outcome, now) -> {
                    Answer ended = answers.get(owner);
                    ended.outcome = outcome;
                    ended.atNanos = now;
                    ended.count++;
                });
        world.know("lab." + component, route);
        return route;
    }

    /** Does something to a component at a time. */
    public Lab act(double atMillis, Action action) {
        return at(
                atMillis,
                () -> {
                    if (action instanceof Action.End end) {
                        injections.end(end, Notes.NO_CAUSE, now());
                    } else {
                        component(action.target()).act(action, Notes.NO_CAUSE, now());
                    }
                },
                this);
    }

    /** Runs {@code what} at a time. */
    public Lab at(double atMillis, Runnable what) {
        return at(atMillis, what, this);
    }

    private <T> T at(double atMillis, Runnable what, T result) {
        script.add(what);
        world.kernel.at(Math.round(atMillis * MILLI), handler, 0, script.size() - 1);
        return result;
    }

    /** Runs until nothing is left to happen, checks conservation, and that everything was given back. */
    public Lab run() {
        world.kernel.runSlice(Long.MAX_VALUE / 2, 50_000_000);
        assertThat(world.kernel.pendingTimers()).as("timers left over").isZero();
        world.checkConservation(0, 0);
        world.components.forEach(PartsProbe::assertAtRest);
        assertThat(CallsProbe.nodesInUse(world.switchboard))
                .as("nodes in use at the end")
                .isZero();
        CallsProbe.assertLinksAtRest(world.switchboard);
        return this;
    }

    /** Runs until a time, whatever is left then. */
    public Lab runUntil(double atMillis) {
        world.kernel.runSlice(Math.round(atMillis * MILLI), Long.MAX_VALUE);
        world.checkConservation(0, 0);
        return this;
    }

    /** Returns the connections open now, of all links together. */
    public int openConnections() {
        return CallsProbe.openConnections(world.switchboard);
    }

    /** Returns the present time. */
    public long now() {
        return world.kernel.nowNanos();
    }

    /** Returns a component. */
    public Component component(String name) {
        return world.component(name);
    }

    /** Tells whether there is such a component. */
    public boolean hasComponent(String name) {
        return world.components.containsKey(name);
    }

    /** Returns the tally of a component. */
    public Tally tally(String name) {
        return world.tally(name);
    }

    /** Returns the journal. */
    public Journal journal() {
        return world.journal.close();
    }

    /** Returns the events handled. */
    public long events() {
        return world.kernel.events();
    }
}
