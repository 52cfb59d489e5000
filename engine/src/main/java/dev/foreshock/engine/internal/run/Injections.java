package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.unit.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Begins and ends the faults of a scenario at their times. */
final class Injections implements Handler {
    private static final int BEGIN = 0;
    private static final int END = 1;

    private final World world;
    private final Set<String> elsewhere;
    private final List<Injection> injections = new ArrayList<>();

    /** A fault, the stream of its draws, and where its beginning stands in the journal. */
    private static final class Injection {
        final String name;
        final FaultSpec fault;
        final long stream;
        int entry = Notes.NO_CAUSE;
        int begin = Notes.NO_CAUSE;

        Injection(String name, FaultSpec fault, long stream) {
            this.name = name;
            this.fault = fault;
            this.stream = stream;
        }
    }

    private Injections(World world, Set<String> elsewhere) {
        this.world = world;
        this.elsewhere = elsewhere;
    }

    /** Plans the faults of {@code scenario} that are enabled. */
    static void plan(Scenario scenario, World world, Streams streams) {
        plan(scenario, world, streams, Set.of());
    }

    /** Plans them too, and only writes down those that are applied elsewhere. */
    static void plan(Scenario scenario, World world, Streams streams, Set<String> elsewhere) {
        Injections all = new Injections(world, elsewhere);
        FormerNames names = scenario.formerNames();
        FormerNames.inOrder(scenario.faults(), names::fault).forEach((name, fault) -> {
            if (fault.enabled()) {
                all.injections.add(new Injection(name, fault, streams.named("fault " + names.fault(name))));
            }
        });
        if (all.injections.isEmpty()) {
            return;
        }
        int handler = world.kernel.register(all);
        for (int i = 0; i < all.injections.size(); i++) {
            FaultSpec fault = all.injections.get(i).fault;
            long at = scenario.clock().nanosAt(fault.at());
            world.kernel.at(at, handler, BEGIN, i);
            if (fault.lasts() != null) {
                world.kernel.at(at + fault.lasts().toNanos(), handler, END, i);
            }
        }
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        Injection injection = injections.get(arg);
        FaultSpec fault = injection.fault;
        boolean begins = op == BEGIN;
        String length = fault.lasts() == null ? "" : " for " + Spans.text(fault.lasts());
        injection.entry = world.journal.add(
                begins ? Event.FAULT_BEGAN : Event.FAULT_OVER,
                injection.name,
                fault.on(),
                "fault " + injection.name + (begins ? ": " + fault.text() + length : " is over"),
                injection.entry);
        if (begins) {
            concerned(fault).forEach(component -> world.journal.faultBegan(component, injection.entry));
            injection.begin = injection.entry;
        } else {
            world.journal.faultOver(injection.begin);
        }
        if (elsewhere.contains(injection.name)) {
            return;
        }
        if (fault.does() instanceof ComponentEffect effect) {
            Strike strike = new Strike(arg, effect, begins, fault.lasts() != null, injection.entry);
            world.component(fault.on()).strike(strike, nowNanos);
            world.checkups.look(fault.on());
        } else if (fault.does() instanceof CallEffect effect) {
            for (Route route : world.routes(fault.on())) {
                if (effect instanceof Errors && world.checkups.isShallow(route)) {
                    continue; // a process that answers with errors is there
                }
                if (begins) {
                    route.troubles().begin(effect, injection.stream);
                } else {
                    route.troubles().end(injection.stream, world.kernel, world.switchboard);
                }
            }
        }
    }

    /** Returns the components that a fault is trouble of. */
    private List<String> concerned(FaultSpec fault) {
        return fault.does() instanceof ComponentEffect
                ? List.of(fault.on())
                : world.routes(fault.on()).stream()
                        .map(world::targetOf)
                        .distinct()
                        .toList();
    }
}
