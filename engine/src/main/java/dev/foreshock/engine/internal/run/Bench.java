package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.internal.calls.CallPlan;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Calls;
import dev.foreshock.engine.spi.Checks;
import dev.foreshock.engine.spi.Line;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Plan;
import dev.foreshock.engine.spi.Timers;
import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The workbench of one component: gives it access to the world under its own name. */
final class Bench implements Workbench, Timers, Notes {
    private final World world;
    private final String name;
    private final String identity;
    private final int handler;

    Bench(World world, String name, int handler) {
        this.world = world;
        this.name = name;
        identity = world.formerNames.component(name);
        this.handler = handler;
    }

    World world() {
        return world;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity(String component) {
        return world.formerNames.component(component);
    }

    @Override
    public int request(String requestClass) {
        return world.requestNumber(requestClass);
    }

    @Override
    public int requests() {
        return world.requestClasses();
    }

    @Override
    public boolean[] among(Set<String> classes) {
        boolean[] is = new boolean[requests() + 1];
        Arrays.fill(is, classes.isEmpty());
        classes.forEach(each -> is[request(each)] = true);
        return is;
    }

    @Override
    public Semantics semantics() {
        return world.semantics;
    }

    @Override
    public Calls calls() {
        return world.switchboard;
    }

    @Override
    public Timers timers() {
        return this;
    }

    @Override
    public Notes notes() {
        return this;
    }

    @Override
    public long stream(String purpose) {
        return world.streams.named(identity + " " + purpose);
    }

    @Override
    public KeyedRandom random() {
        return world.random;
    }

    @Override
    public Line line(String callName, CallSpec spec, Caller caller) {
        return route(callName, spec, caller);
    }

    @Override
    public Checks checks(String target, HealthCheckSpec spec, LinkSpec link, Caller caller) {
        return world.checkups.checks(name, identity, target, spec, link, caller);
    }

    @Override
    public Plan plan(Map<String, CallSpec> calls, Caller caller) {
        Map<String, CallSpec> ordered = FormerNames.inOrder(calls, call -> identity(call, calls));
        return new CallPlan(
                world.switchboard,
                ordered,
                caller,
                this::route,
                call -> stream(identity(call, calls) + " share"),
                spec -> among(spec.forRequests()));
    }

    private String identity(String call, Map<String, CallSpec> calls) {
        return world.formerNames.call(name, call, Objects.requireNonNull(calls.get(call)));
    }

    private Route route(String callName, CallSpec spec, Caller caller) {
        int target = world.numberOf(spec.to() == null ? callName : spec.to());
        String called = identity + " " + world.formerNames.call(name, callName, spec);
        Route route = new Route(world.switchboard, world.streams, called, spec, target, caller);
        world.know(name + "." + callName, route);
        route.tells(name, callName, (event, text) -> add(event, text, world.journal.faultOf(world.targetOf(route))));
        return route;
    }

    @Override
    public long nowNanos() {
        return world.kernel.nowNanos();
    }

    @Override
    public long at(long timeNanos, int op, int arg) {
        return world.kernel.at(timeNanos, handler, op, arg);
    }

    @Override
    public void cancel(long key) {
        world.kernel.cancel(key);
    }

    @Override
    public int add(Event event, String text, int cause) {
        return world.journal.add(event, name, name, text, cause);
    }

    @Override
    public int faultOf(String component) {
        return world.journal.faultOf(component);
    }
}
