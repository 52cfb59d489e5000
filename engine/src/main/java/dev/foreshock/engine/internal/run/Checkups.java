package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.HealthCheckSpec.Depth;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Checks;
import dev.foreshock.engine.spi.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The health checks of one replication. A shallow check goes to the {@link Pulse} of a component, which has a number after those of all
 * components: so it goes the ways of calls, is struck by what strikes them, and is counted by nobody.
 */
final class Checkups {
    private final World world;
    private final List<Component> pulses = new ArrayList<>();
    private final Map<Route, Depth> depths = new HashMap<>();

    Checkups(World world) {
        this.world = world;
    }

    /** Makes the pulses, once all components are there. */
    void open() {
        world.components.forEach((name, component) -> pulses.add(
                component instanceof Remote remote ? remote.pulse() : new Pulse(component, world.switchboard)));
    }

    /** Returns everything that calls can go to, by number. */
    Component[] withPulses() {
        List<Component> all = new ArrayList<>(world.components.values());
        all.addAll(pulses);
        return all.toArray(Component[]::new);
    }

    /** Returns a tally for each; those of pulses are read by nobody. */
    Tally[] tallies() {
        List<Tally> all = new ArrayList<>(world.tallies.values());
        pulses.forEach(pulse -> all.add(new Tally()));
        return all.toArray(Tally[]::new);
    }

    /** Returns the number that shallow checks of a component go to. */
    int pulseOf(String component) {
        return world.size() + world.numberOf(component);
    }

    /** Tells whether a route is that of shallow checks. */
    boolean isShallow(Route route) {
        return depths.get(route) == Depth.SHALLOW;
    }

    /** Handles that a component may have begun to answer. */
    void look(String component) {
        if (pulses.get(world.numberOf(component)) instanceof Pulse pulse) {
            pulse.look();
        }
    }

    /** Returns a way to check {@code target} for the component called {@code name}. */
    Checks checks(String name, String identity, String target, HealthCheckSpec spec, LinkSpec link, Caller caller) {
        boolean shallow = spec.depth() == Depth.SHALLOW;
        LinkSpec own = new LinkSpec(link.latency(), null, link.connect(), Duration.ZERO);
        CallSpec call = CallSpec.plain().within(spec.within()).over(own);
        String called = identity + " " + world.formerNames.call(name, target, call) + " check";
        Route route = new Route(
                world.switchboard,
                world.streams,
                called,
                shallow ? call.cancelling() : call,
                shallow ? pulseOf(target) : world.numberOf(target),
                caller);
        depths.put(route, spec.depth());
        world.know(name + "." + target, route);
        long stream = world.streams.named(called);
        // All checks of one target are one session, of a class that no user is of.
        long session = Streams.hash(called) << Integer.SIZE | Long.MIN_VALUE;
        return (owner, number) -> {
            long key = KeyedRandom.key(stream, number);
            world.switchboard.callFromOutside(route, owner, key, key, session, 0, Long.MAX_VALUE);
        };
    }
}
