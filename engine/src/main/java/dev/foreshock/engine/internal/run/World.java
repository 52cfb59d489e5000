package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.calls.Switchboard;
import dev.foreshock.engine.internal.calls.Tally;
import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.spi.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One replication's system: the components of a scenario, compiled and wired. Components are numbered by name. */
final class World {
    final Kernel kernel = new Kernel();
    final KeyedRandom random = new KeyedRandom();
    final Switchboard switchboard = new Switchboard(kernel, random);
    final JournalBook journal = new JournalBook(kernel);
    final Streams streams;
    final Semantics semantics;
    final Map<String, Component> components = new TreeMap<>();
    final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> names;

    World(Scenario scenario, Streams streams) {
        this.streams = streams;
        semantics = scenario.semantics();
        Map<String, ComponentSpec> specs = scenario.system().components();
        names = new ArrayList<>(specs.keySet());
        specs.forEach(this::build);
        switchboard.connect(
                components.values().toArray(Component[]::new), tallies.values().toArray(Tally[]::new));
    }

    private void build(String name, ComponentSpec spec) {
        Proxy proxy = new Proxy();
        Component component = spec.build(new Bench(this, name, kernel.register(proxy)));
        proxy.component = component;
        components.put(name, component);
        tallies.put(name, new Tally());
    }

    int numberOf(String name) {
        return names.indexOf(name);
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

    /** Stands in for a component until it is built, since its timers need a number before. */
    private static final class Proxy implements Handler {
        private @org.jspecify.annotations.Nullable Component component;

        @Override
        public void on(int op, int arg, long nowNanos) {
            if (component != null) {
                component.on(op, arg, nowNanos);
            }
        }
    }
}
