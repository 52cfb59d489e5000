package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.unit.Percent;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether an action of a step is about something that is there, and that can be done to it. */
final class ActionRules {
    private final Map<String, ComponentSpec> components;
    private final Map<String, FaultSpec> faults;

    ActionRules(Scenario scenario) {
        components = scenario.system().components();
        faults = scenario.faults();
    }

    void check(Action action, Problems here) {
        if (action instanceof Action.End end) {
            end(end, here);
            return;
        }
        String name = action.target();
        ComponentSpec target = components.get(name);
        if (target == null) {
            here.add(
                    Flaw.DANGLING,
                    "'" + name + "' is not a component of this scenario",
                    Spelling.hint(name, "components", components.keySet()));
        } else if (!target.understands(action)) {
            here.add(
                    Flaw.CONFLICT,
                    "'" + name + "' must be able to carry out '" + action + "', but cannot",
                    understood(name, target));
        } else if (!target.obstacle(action).isEmpty()) {
            here.add(
                    Flaw.CONFLICT,
                    "'" + name + "' must be able to carry out '" + action + "', but cannot",
                    target.obstacle(action));
        } else if (action instanceof Action.Weights change) {
            weights(change, here);
        } else if (action instanceof Action.Assign change) {
            assign(change, target, here);
        } else if (action instanceof Action.Resize change && change.factor().factor() == 0) {
            here.add(
                    Flaw.RANGE,
                    "a factor of '" + change.setting() + "' must leave something, but was '" + change + "'",
                    "to take a component out of service, give its caller other weights, or let nobody in, as in "
                            + change.target() + ".admit 0%");
        }
    }

    private void end(Action.End action, Problems here) {
        FaultSpec fault = faults.get(action.target());
        if (fault == null) {
            here.add(
                    Flaw.DANGLING,
                    "'" + action.target() + "' is not a fault of this scenario",
                    Spelling.hint(action.target(), "faults", faults.keySet()));
        } else if (fault.does() instanceof Crash && fault.lasts() == null) {
            here.add(
                    Flaw.CONFLICT,
                    "a fault must last to be ended, but '" + action.target() + "' kills a process and is over at once",
                    "give it lasts, and it keeps the process down until it ends; or start the process: restart "
                            + fault.on());
        }
    }

    private static void weights(Action.Weights change, Problems here) {
        double sum =
                change.weights().values().stream().mapToDouble(Percent::share).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            here.add(Flaw.CONFLICT, "weights must add up to 100%, but gave " + Math.round(sum * 1e4) / 100.0 + "%");
        }
    }

    /** A setting can be given what a description could say of it. */
    private static void assign(Action.Assign change, ComponentSpec target, Problems here) {
        if (change.unit() == Unit.COUNT) {
            range(change, target, here);
        } else if (change.unit() != Unit.SHARE && !(change.number() > 0)) {
            here.add(
                    Flaw.RANGE,
                    "'" + change.setting() + "' must be more than nothing, but was '" + change + "'",
                    change.unit() == Unit.RATE
                            ? "to admit nobody, write " + change.target() + "." + change.setting() + " 0%"
                            : "");
        }
    }

    private static void range(Action.Assign change, ComponentSpec target, Problems here) {
        for (RecordComponent setting : settings(target)) {
            Range range = setting.getAnnotation(Range.class);
            if (Settings.key(setting).equals(change.setting())
                    && range != null
                    && (change.number() < range.min() || change.number() > range.max())) {
                here.add(
                        Flaw.RANGE,
                        "'" + change.setting() + "' must be between " + Math.round(range.min()) + " and "
                                + Math.round(range.max()) + ", but was " + Math.round(change.number()));
            }
        }
    }

    private static List<RecordComponent> settings(ComponentSpec component) {
        return component instanceof Record description ? Settings.of(description.getClass()) : List.of();
    }

    /** Tells which actions {@code component} understands: it is asked about every one that there may be. */
    private static String understood(String name, ComponentSpec component) {
        List<String> actions = new ArrayList<>();
        Action restart = new Action.Restart(name);
        if (component.understands(restart)) {
            actions.add(restart.toString());
        }
        for (RecordComponent setting : settings(component)) {
            Action.changesOf(name, Settings.key(setting)).stream()
                    .filter(change -> component.understands(change)
                            && component.obstacle(change).isEmpty())
                    .forEach(change -> actions.add(change.toString()));
        }
        if (component.sizing().makesOneOfItsCalls()) {
            actions.add(name + ".weights ...");
        }
        return actions.isEmpty() ? "nothing can be done to it" : "it understands: " + String.join(", ", actions);
    }
}
