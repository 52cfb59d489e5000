package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Idle;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The description of a component: anything that answers calls.
 *
 * <p>Implemented by records; one catalog line makes a record known to files, schema and reference.
 */
public interface ComponentSpec {
    /** Builds the component for one replication. */
    Component build(Workbench workbench);

    /** Returns the calls it may make for each of its own, by name; none by default. */
    default Map<String, CallSpec> calls() {
        return Map.of();
    }

    /** Returns the names of the components that its calls go to. Calls must not come back to where they began. */
    default Set<String> dependencies() {
        Set<String> called = new TreeSet<>();
        calls().forEach((name, call) -> called.add(call.to() == null ? name : call.to()));
        return called;
    }

    /** Returns what can be said of its size without running it; by default it has no limits and takes no time. */
    default Sizing sizing() {
        return Sizing.ENDLESS;
    }

    /** Returns what is set of it and has no effect; nothing by default. */
    default List<Idle> idle() {
        return List.of();
    }

    /** Tells whether it can crash; by default it cannot. */
    default boolean canCrash() {
        return false;
    }

    /** Tells whether another can take its place when it fails; by default none can. */
    default boolean failsOver() {
        return false;
    }

    /** Tells whether a fault can have {@code effect} on the component itself; by default none can. Calls to it can always be struck. */
    default boolean suffers(ComponentEffect effect) {
        return false;
    }

    /** Tells whether a component of this kind can carry out {@code action}; by default none. */
    default boolean understands(Action action) {
        return false;
    }

    /** Returns why this one cannot carry out an action that its kind understands, with the way out; by default it can: empty. */
    default String obstacle(Action action) {
        return "";
    }
}
