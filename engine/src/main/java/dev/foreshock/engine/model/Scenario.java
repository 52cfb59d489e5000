package dev.foreshock.engine.model;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.NotInFiles;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A scenario: a system, its users and their traffic, who watches and responds, and what is claimed about it.
 *
 * @param semantics what words like queue and refresh mean
 * @param name its name
 * @param about one sentence about it; empty if none
 * @param clock the time it plays in
 * @param system the system
 * @param users the classes of users, by name
 * @param traffic the arrivals of each class, as named curves that add up; the curve {@code usual} is the usual load
 * @param faults what is injected, by name
 * @param monitors what is watched
 * @param responders who can be called
 * @param runbook what they do
 * @param define what the words mean
 * @param record claims about history, which test the model
 * @param gates claims about the service, which test the system
 * @param was former names, by the path of what was renamed: {@code components.web}, {@code components.web.calls.queries},
 *     {@code users.shopper}, {@code monitors.site-down}, {@code faults.outage}; draws go by them. Empty by default
 * @param baseline what an earlier run observed, for claims to be held against; {@link Baseline#NONE} by default
 */
@Doc("A system, its users and their traffic, who watches and responds, and what is claimed about it.")
public record Scenario(
        @Doc("The version of the model, which fixes what words like timeout and queue mean.")
        Semantics semantics,

        @Doc("Its name.") @Key("scenario") String name,
        @Doc("One sentence about it.") @Default("") String about,
        @Doc("The time it plays in: start .. end.") Clock clock,
        @Doc("The system.") SystemSpec system,
        @Doc("The classes of users, by name.") Map<String, UsersSpec> users,

        @Doc("The arrivals of each class, as named curves that add up; the curve 'usual' is the usual load.")
        Map<String, Map<String, Curve>> traffic,

        @Doc("What is injected, by name.") Map<String, FaultSpec> faults,
        @Doc("What is watched.") Map<String, MonitorSpec> monitors,
        @Doc("Who can be called.") Map<String, ResponderSpec> responders,
        @Doc("What they do.") Map<String, StepSpec> runbook,
        @Doc("What the words mean.") @Default("{}") Definitions define,
        @Doc("Claims about history, which test the model.") Map<String, Claim> record,

        @Doc("Claims about the service, which test the system.")
        Map<String, Claim> gates,

        @Doc("Former names, by the path of what was renamed; draws go by them.") @NotInFiles
        Map<String, String> was,

        @Doc("The result.json of an earlier run, relative to this file, for claims to be held against.") @Default("")
        Baseline baseline)
        implements Validated {
    /** Copies the maps. */
    public Scenario {
        users = sorted(users);
        Map<String, Map<String, Curve>> curves = new TreeMap<>();
        traffic.forEach((key, value) -> curves.put(key, sorted(value)));
        traffic = Collections.unmodifiableMap(curves);
        faults = sorted(faults);
        monitors = sorted(monitors);
        responders = sorted(responders);
        runbook = sorted(runbook);
        record = sorted(record);
        gates = sorted(gates);
        was = sorted(was);
    }

    /** Returns a builder of a scenario called {@code name} that plays in {@code clock}. */
    public static ScenarioBuilder named(String name, Clock clock) {
        return new ScenarioBuilder(name, clock);
    }

    /** Returns the names that draws go by. */
    public FormerNames formerNames() {
        return new FormerNames(was);
    }

    /** Returns this scenario with former names in place of its own; keys are those of {@link #was}. */
    public Scenario formerly(Map<String, String> names) {
        return new Scenario(
                semantics,
                name,
                about,
                clock,
                system,
                users,
                traffic,
                faults,
                monitors,
                responders,
                runbook,
                define,
                record,
                gates,
                names,
                baseline);
    }

    /** Returns this scenario with another baseline. */
    public Scenario comparedWith(Baseline earlier) {
        return new Scenario(
                semantics,
                name,
                about,
                clock,
                system,
                users,
                traffic,
                faults,
                monitors,
                responders,
                runbook,
                define,
                record,
                gates,
                was,
                earlier);
    }

    /** Returns this scenario with another system. */
    public Scenario withSystem(SystemSpec other) {
        return with(clock, other, users, traffic, faults);
    }

    /** Returns this scenario with other users. */
    public Scenario withUsers(Map<String, UsersSpec> other) {
        return with(clock, system, other, traffic, faults);
    }

    /** Returns this scenario with other traffic. */
    public Scenario withTraffic(Map<String, Map<String, Curve>> other) {
        return with(clock, system, users, other, faults);
    }

    /** Returns this scenario with a clock of another length. */
    public Scenario lasting(Duration length) {
        return with(new Clock(clock.start(), length), system, users, traffic, faults);
    }

    /** Returns this scenario with other faults; nobody ends one any more that is not among them. */
    public Scenario withFaults(Map<String, FaultSpec> other) {
        return with(clock, system, users, traffic, other).withoutIdleActions();
    }

    /** Returns this scenario less the actions that there is nothing for: to end a fault, or to change a setting, that was taken away. */
    public Scenario withoutIdleActions() {
        return withoutActions(this::isIdle);
    }

    /** Returns this scenario less the actions of its steps of which {@code unwanted} holds. */
    public Scenario withoutActions(Predicate<Action> unwanted) {
        Map<String, StepSpec> steps = new TreeMap<>(runbook);
        steps.replaceAll((name, step) -> step.without(unwanted));
        return with(clock, system, users, traffic, faults, steps);
    }

    private boolean isIdle(Action action) {
        if (action instanceof Action.End) {
            return !faults.containsKey(action.target());
        }
        ComponentSpec target = system.components().get(action.target());
        return target != null && !target.obstacle(action).isEmpty();
    }

    /** Returns the step that may end a fault before its time, the first by name; nothing if none does. */
    public Optional<String> endedBy(String fault) {
        Action end = new Action.End(fault);
        return runbook.entrySet().stream()
                .filter(step -> step.getValue().actions().contains(end))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Scenario with(
            Clock clock,
            SystemSpec system,
            Map<String, UsersSpec> users,
            Map<String, Map<String, Curve>> traffic,
            Map<String, FaultSpec> faults) {
        return with(clock, system, users, traffic, faults, runbook);
    }

    private Scenario with(
            Clock clock,
            SystemSpec system,
            Map<String, UsersSpec> users,
            Map<String, Map<String, Curve>> traffic,
            Map<String, FaultSpec> faults,
            Map<String, StepSpec> runbook) {
        return new Scenario(
                semantics,
                name,
                about,
                clock,
                system,
                users,
                traffic,
                faults,
                monitors,
                responders,
                runbook,
                define,
                record,
                gates,
                was,
                baseline);
    }

    /** Adds to {@code problems} why {@code figure} could not be read off runs of this scenario. */
    public void check(Figure figure, Problems problems) {
        new ClaimRules(this).check(figure, "figure", problems);
    }

    @Override
    public void validate(Problems problems) {
        new ScenarioRules(this, problems).check();
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
