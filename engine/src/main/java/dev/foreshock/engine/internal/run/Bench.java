package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.calls.CallPlan;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Calls;
import dev.foreshock.engine.spi.Line;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Plan;
import dev.foreshock.engine.spi.Timers;
import dev.foreshock.engine.spi.Workbench;
import java.util.Map;

/** The workbench of one component: gives it access to the world under its own name. */
final class Bench implements Workbench, Timers, Notes {
    private final World world;
    private final String name;
    private final int handler;

    Bench(World world, String name, int handler) {
        this.world = world;
        this.name = name;
        this.handler = handler;
    }

    @Override
    public String name() {
        return name;
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
        return world.streams.named(name + " " + purpose);
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
    public Plan plan(Map<String, CallSpec> calls, Caller caller) {
        return new CallPlan(world.switchboard, calls, caller, this::route, this::stream);
    }

    private Route route(String callName, CallSpec spec, Caller caller) {
        int target = world.numberOf(spec.to() == null ? callName : spec.to());
        return new Route(world.switchboard, world.streams, name + " " + callName, spec, target, caller);
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
}
