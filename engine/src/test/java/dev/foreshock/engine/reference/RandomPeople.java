package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepRef.Ending;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.people.WindowsAlert;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Random monitors, responders and runbooks. */
final class RandomPeople {
    private final Dice dice;
    private final Map<String, ComponentSpec> components;
    private final Set<String> entries;
    private final RandomComponents other;

    /** What monitors tell or steps before give. */
    private final Set<String> facts = new TreeSet<>();

    RandomPeople(Dice dice, Map<String, ComponentSpec> components, Set<String> entries, RandomComponents other) {
        this.dice = dice;
        this.components = components;
        this.entries = entries;
        this.other = other;
    }

    void addTo(ScenarioBuilder scenario) {
        int people = dice.between(1, 2);
        for (int i = 0; i < people; i++) {
            scenario.responder("r" + i, new ResponderSpec(dice.millis(0, 5000), dice.millis(0, 5000)));
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            MonitorSpec monitor = monitor(Set.of("r" + dice.between(0, people - 1)));
            facts.addAll(monitor.tells());
            scenario.monitor("m" + i, monitor);
        }
        for (int i = 0; i < dice.between(0, 4); i++) {
            scenario.step("s" + i, step(i, "r" + dice.between(0, people - 1)));
        }
    }

    private Condition condition(String component, boolean timesUsual) {
        Signal signal = dice.of(Signal.values());
        if (signal == Signal.VISITORS && !entries.contains(component)) {
            signal = Signal.SUCCESS;
        }
        double limit = switch (signal) {
            case SUCCESS, UTILIZATION, UP -> dice.upTo(1);
            case REQUESTS, VISITORS -> dice.between(1, 40);
            case IN_FLIGHT -> dice.between(0, 10);
            case RESPONSE_TIME -> dice.upTo(0.2);
        };
        Condition condition = Condition.of(
                signal,
                dice.of(Comparison.BELOW, Comparison.AT_MOST, Comparison.ABOVE, Comparison.AT_LEAST),
                limit,
                dice.oneIn(2) ? Duration.ZERO : dice.millis(0, 4000));
        boolean has = entries.contains(component) && (signal == Signal.VISITORS || signal == Signal.REQUESTS);
        return timesUsual && has && dice.oneIn(2)
                ? new Condition(null, signal, condition.comparison(), dice.upTo(3), true, condition.forAtLeast())
                : condition;
    }

    private MonitorSpec monitor(Set<String> pages) {
        String on = dice.of(List.copyOf(components.keySet()));
        Duration every = dice.millis(100, 3000);
        Duration window = every.multipliedBy(dice.between(2, 6));
        Percent lost = dice.oneIn(3) ? dice.percent(0, 50) : Percent.ZERO;
        Set<String> tells = dice.oneIn(2) ? Set.of() : Set.of("f" + dice.between(0, 2));
        return switch (dice.between(0, 6)) {
            case 0 ->
                new RatioAlert(on, window, dice.percent(0, 60), dice.millis(0, 3000), every, pages, tells, lost, true);
            case 1 -> {
                int of = dice.between(1, 4);
                yield new WindowsAlert(
                        on,
                        window,
                        dice.between(1, 5),
                        dice.percent(0, 50),
                        dice.between(1, 5),
                        dice.between(1, of),
                        of,
                        every,
                        pages,
                        tells,
                        lost,
                        true);
            }
            case 2 ->
                new BurnRateAlert(
                        on,
                        dice.percent(60, 99),
                        0.5 + dice.upTo(2),
                        window.multipliedBy(dice.between(1, 4)),
                        window,
                        every,
                        pages,
                        tells,
                        lost,
                        true);
            case 3 -> new EwmaAlert(on, condition(on, true), 0.1 + dice.upTo(0.9), every, pages, tells, lost, true);
            default -> new Alert(on, every, condition(on, true), pages, tells, lost, !dice.oneIn(10));
        };
    }

    private StepSpec step(int number, String who) {
        StepSpec.Builder step = StepSpec.by(who, dice.millis(0, 6000));
        if (number > 0 && !dice.oneIn(3)) {
            step.after(new StepRef("s" + dice.between(0, number - 1), dice.of(Ending.values())));
        }
        if (dice.oneIn(3)) {
            String fact = "f" + dice.between(0, 2);
            step.gives(fact);
            facts.add(fact);
        } else if (!facts.isEmpty() && dice.oneIn(3)) {
            step.needs(dice.of(List.copyOf(facts)));
        }
        if (dice.oneIn(4)) {
            step.skipIf("f" + dice.between(0, 2));
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < dice.between(0, 2); i++) {
            action(actions);
        }
        step.does(actions.toArray(Action[]::new));
        if (dice.oneIn(2)) {
            String about = dice.of(List.copyOf(components.keySet()));
            step.workedIf(condition(about, false).about(about)).settlesIn(dice.millis(0, 30_000));
        }
        return step.build();
    }

    /** Adds a step that ends some of the faults and gives settings other values: after all other draws, which stay as they were. */
    void addChanges(ScenarioBuilder scenario, Map<String, FaultSpec> faults) {
        for (int i = dice.between(1, 3); i > 0; i--) {
            StepSpec.Builder step = StepSpec.by("r0", dice.millis(0, 4000));
            List<Action> actions = new ArrayList<>();
            for (int j = dice.between(0, 2); j > 0; j--) {
                change(actions);
            }
            faults.forEach((name, fault) -> {
                boolean isEnded = fault.lasts() != null || !(fault.does() instanceof Crash);
                if (isEnded && dice.oneIn(2)) {
                    actions.add(new Action.End(name));
                }
            });
            scenario.step("e" + i, step.does(actions.toArray(Action[]::new)).build());
        }
    }

    private void change(List<Action> actions) {
        String on = dice.of(List.copyOf(components.keySet()));
        ComponentSpec spec = components.get(on);
        if (spec instanceof QueueSpec) {
            String setting = dice.oneIn(2) ? "consumers" : "capacity";
            actions.add(new Action.Assign(on, setting, Unit.COUNT, dice.between(1, 6)));
        } else if (spec instanceof DatabaseSpec) {
            actions.add(
                    dice.oneIn(2)
                            ? new Action.Assign(on, "pool", Unit.COUNT, dice.between(1, 6))
                            : new Action.Resize(on, "pool", Multiple.x(dice.between(1, 30) / 10.0)));
        } else if (spec instanceof ServerSpec server) {
            actions.add(
                    switch (dice.between(0, 4)) {
                        case 0 -> new Action.Assign(on, "workers", Unit.COUNT, dice.between(1, 6));
                        case 1 -> new Action.Assign(on, "queue", Unit.COUNT, dice.between(0, 6));
                        case 2 ->
                            server.memory() == null
                                    ? new Action.Restart(on)
                                    : new Action.Assign(
                                            on,
                                            "memory",
                                            Unit.BYTES,
                                            server.memory().perRequest().count() * dice.between(1, 12));
                        case 3 ->
                            server.admit() == null
                                    ? new Action.Assign(on, "admit", Unit.SHARE, 1)
                                    : new Action.Assign(on, "admit", Unit.RATE, 0.5 + dice.upTo(20));
                        default -> new Action.Assign(on, "admit", Unit.SHARE, dice.upTo(1));
                    });
        }
    }

    private void action(List<Action> actions) {
        String on = dice.of(List.copyOf(components.keySet()));
        ComponentSpec spec = components.get(on);
        Multiple factor = Multiple.x(dice.between(1, 30) / 10.0);
        if (spec instanceof ServerSpec server) {
            actions.add(
                    dice.oneIn(2)
                            ? new Action.Restart(on)
                            : new Action.Resize(
                                    on, server.memory() != null && dice.oneIn(2) ? "memory" : "workers", factor));
        } else if (spec instanceof QueueSpec) {
            actions.add(new Action.Resize(on, "consumers", factor));
        } else if (spec instanceof BalancerSpec balancer) {
            actions.add(new Action.Weights(
                    on, other.weights(List.copyOf(balancer.weights().keySet()))));
        }
    }
}
