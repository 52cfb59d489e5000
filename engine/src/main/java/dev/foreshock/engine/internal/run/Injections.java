package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.internal.calls.Route;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.unit.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Begins and ends the faults of a scenario at their times, or when somebody ends them. */
final class Injections implements Handler {
    private static final int BEGIN = 0;
    private static final int END = 1;

    private final World world;
    private final Scenario scenario;
    private final Set<String> elsewhere;
    private final List<Injection> injections = new ArrayList<>();

    /** A fault, the stream of its draws, and how far it is. */
    private static final class Injection {
        final String name;
        final FaultSpec fault;
        final long stream;
        final long atNanos;

        /** When it is over, as far as is known: never, where nothing says so yet. */
        long overNanos;

        boolean begun;
        boolean over;
        long timer;
        int begin = Notes.NO_CAUSE;

        Injection(String name, FaultSpec fault, long stream, long atNanos) {
            this.name = name;
            this.fault = fault;
            this.stream = stream;
            this.atNanos = atNanos;
            overNanos = planned();
        }

        /** A process that was killed is dead at once; what else has no length lasts. */
        private long planned() {
            if (fault.lasts() != null) {
                return atNanos + fault.lasts().toNanos();
            }
            return fault.does() instanceof Crash ? atNanos : Long.MAX_VALUE;
        }
    }

    /** Finds the faults of {@code scenario} that are enabled. Those that are applied {@code elsewhere} will only be written down. */
    Injections(Scenario scenario, World world, Set<String> elsewhere) {
        this.world = world;
        this.scenario = scenario;
        this.elsewhere = elsewhere;
        FormerNames names = scenario.formerNames();
        FormerNames.inOrder(scenario.faults(), names::fault).forEach((name, fault) -> {
            if (fault.enabled()) {
                injections.add(new Injection(
                        name,
                        fault,
                        world.streams.named("fault " + names.fault(name)),
                        scenario.clock().nanosAt(fault.at())));
            }
        });
    }

    /** Sets the times of all of them. */
    void plan() {
        if (injections.isEmpty()) {
            return;
        }
        int handler = world.kernel.register(this);
        for (int i = 0; i < injections.size(); i++) {
            Injection injection = injections.get(i);
            world.kernel.at(injection.atNanos, handler, BEGIN, i);
            if (injection.fault.lasts() != null) {
                injection.timer = world.kernel.at(injection.overNanos, handler, END, i);
            }
        }
    }

    /** Returns when the last of them is over, as far as is known by now: {@link Long#MAX_VALUE} where nothing says so yet. */
    long overNanos() {
        return injections.stream()
                .mapToLong(injection -> injection.overNanos)
                .max()
                .orElse(0);
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        if (op == BEGIN) {
            begin(arg, nowNanos);
        } else {
            end(arg, injections.get(arg).begin, nowNanos);
        }
    }

    /** Somebody ends a fault; {@code cause} is the entry of the journal behind it. Returns whether it was under way: what is not cannot be ended. */
    boolean end(Action.End action, int cause, long nowNanos) {
        FaultSpec fault = scenario.faults().get(action.target());
        if (fault == null) {
            throw new IllegalStateException("a fault must be declared, but '" + action.target() + "' was not");
        }
        int number = numberOf(action.target());
        String obstacle = obstacle(number);
        if (obstacle.isEmpty()) {
            int entry = world.journal.add(Event.ACTED, fault.on(), fault.on(), action.toString(), cause);
            endNow(number, entry, nowNanos);
        } else {
            world.journal.add(Event.NOTED, fault.on(), fault.on(), action + " changes nothing: " + obstacle, cause);
        }
        return obstacle.isEmpty();
    }

    /** Handles that somebody ended a fault, which is written down elsewhere. */
    void ended(Action.End action, long nowNanos) {
        int number = numberOf(action.target());
        if (obstacle(number).isEmpty()) {
            endNow(number, injections.get(number).begin, nowNanos);
        }
    }

    private int numberOf(String fault) {
        for (int i = 0; i < injections.size(); i++) {
            if (injections.get(i).name.equals(fault)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns why a fault cannot be ended now; empty if it can. */
    private String obstacle(int number) {
        if (number < 0) {
            return "it is not injected";
        }
        Injection injection = injections.get(number);
        return !injection.begun ? "it has not begun" : injection.over ? "it is over already" : "";
    }

    private void endNow(int number, int cause, long nowNanos) {
        Injection injection = injections.get(number);
        world.kernel.cancel(injection.timer);
        injection.overNanos = nowNanos;
        end(number, cause, nowNanos);
    }

    private void begin(int number, long nowNanos) {
        Injection injection = injections.get(number);
        FaultSpec fault = injection.fault;
        String length = fault.lasts() == null ? "" : " for " + Spans.text(fault.lasts());
        injection.begun = true;
        injection.begin = world.journal.add(
                Event.FAULT_BEGAN,
                injection.name,
                fault.on(),
                "fault " + injection.name + ": " + fault.text() + length,
                Notes.NO_CAUSE);
        concerned(fault).forEach(component -> world.journal.faultBegan(component, injection.begin));
        if (!elsewhere.contains(injection.name)) {
            apply(number, true, injection.begin, nowNanos);
        }
    }

    private void end(int number, int cause, long nowNanos) {
        Injection injection = injections.get(number);
        injection.over = true;
        int entry = world.journal.add(
                Event.FAULT_OVER, injection.name, injection.fault.on(), "fault " + injection.name + " is over", cause);
        world.journal.faultOver(injection.begin);
        if (!elsewhere.contains(injection.name)) {
            apply(number, false, entry, nowNanos);
        }
    }

    private void apply(int number, boolean begins, int entry, long nowNanos) {
        Injection injection = injections.get(number);
        FaultSpec fault = injection.fault;
        if (fault.does() instanceof ComponentEffect effect) {
            Strike strike = new Strike(number, effect, begins, fault.lasts() != null, entry);
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
