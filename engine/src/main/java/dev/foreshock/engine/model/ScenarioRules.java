package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Window;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules that span several parts of a scenario. */
final class ScenarioRules {
    private final Scenario scenario;
    private final Problems problems;
    private final Set<String> components;
    private final ActionRules actions;

    ScenarioRules(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
        components = scenario.system().components().keySet();
        actions = new ActionRules(scenario);
    }

    void check() {
        new NameRules(scenario).check(scenario, problems);
        new FormerNameRules(scenario, problems).check();
        calls();
        traffic();
        scenario.monitors()
                .forEach((name, monitor) ->
                        monitor(monitor, problems.at("monitors").at(name)));
        FaultRules faults = new FaultRules(scenario);
        scenario.faults()
                .forEach((name, fault) ->
                        faults.check(fault, problems.at("faults").at(name)));
        Set<String> obtainable = obtainable();
        scenario.runbook()
                .forEach((name, step) ->
                        step(step, obtainable, problems.at("runbook").at(name)));
        CycleRules.check(stepsBefore(), "the steps before a step", problems.at("runbook"));
        Window population = scenario.define().population();
        if (population != null) {
            window(population, problems.at("define").at("population"));
        }
        ClaimRules claims = new ClaimRules(scenario);
        scenario.record()
                .forEach((name, claim) ->
                        claims.check(claim, problems.at("record").at(name)));
        scenario.gates()
                .forEach((name, claim) ->
                        claims.check(claim, problems.at("gates").at(name)));
    }

    private void calls() {
        Problems here = problems.at("system").at("components");
        Map<String, Set<String>> called = new TreeMap<>();
        scenario.system().components().forEach((name, component) -> {
            called.put(name, component.dependencies());
            callOrder(component.calls(), here.at(name).at("calls"));
        });
        CycleRules.check(called, "the calls of components", here);
    }

    private static String callOf(String written, Map<String, CallSpec> calls) {
        for (Map.Entry<String, CallSpec> call : calls.entrySet()) {
            if (written.equals(call.getValue().to())) {
                return "'" + call.getKey() + "' exists; it is the call of '" + written + "'";
            }
        }
        return Spelling.hint(written, "calls", calls.keySet());
    }

    private static void callOrder(Map<String, CallSpec> calls, Problems here) {
        calls.forEach((name, call) -> call.after().stream()
                .filter(before -> !calls.containsKey(before))
                .forEach(before -> here.at(name)
                        .at("after")
                        .add(
                                Flaw.DANGLING,
                                "'" + before + "' is not a call of this component",
                                callOf(before, calls))));
        CycleRules.check(
                calls.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, call -> call.getValue().after(), (a, b) -> a, TreeMap::new)),
                "the calls before a call",
                here);
    }

    private void traffic() {
        scenario.traffic().keySet().stream()
                .filter(users -> !scenario.users().containsKey(users))
                .forEach(users -> problems.at("traffic")
                        .at(users)
                        .add(
                                Flaw.DANGLING,
                                "'" + users + "' is not a class of users of this scenario",
                                Spelling.hint(
                                        users,
                                        "classes of users",
                                        scenario.users().keySet())));
        scenario.traffic()
                .forEach((users, curves) -> curves.forEach((name, curve) -> {
                    if (curve instanceof Record parts && (name.equals("usual") || !curves.containsKey("usual"))) {
                        multiples(parts, problems.at("traffic").at(users).at(name));
                    }
                    if (curve instanceof Recorded recorded
                            && !recorded.overlaps(scenario.clock().length())) {
                        problems.at("traffic")
                                .at(users)
                                .at(name)
                                .at("from")
                                .add(
                                        Flaw.RANGE,
                                        "the scenario must play while the recording lasts, from "
                                                + recorded.recording().start() + " to "
                                                + recorded.recording().end() + ", but does not");
                    }
                }));
    }

    private static void multiples(Record curve, Problems here) {
        for (RecordComponent setting : curve.getClass().getRecordComponents()) {
            if (setting.getType() == Load.class && Settings.value(curve, setting) instanceof Multiple times) {
                here.at(Settings.key(setting))
                        .add(
                                Flaw.CONFLICT,
                                "a multiple must have a curve 'usual' beside it that it refers to, but there is none for "
                                        + times,
                                "write a rate, or add a curve called usual");
            }
        }
    }

    private void monitor(MonitorSpec monitor, Problems here) {
        boolean entry = scenario.users().values().stream()
                .anyMatch(users -> users.entries().contains(monitor.watches()));
        if (monitor.timesUsual() && monitor.signal() != Signal.VISITORS && monitor.signal() != Signal.REQUESTS) {
            here.at("alert")
                    .add(
                            Flaw.CONFLICT,
                            "only visitors and requests have a usual value, but the signal was "
                                    + monitor.signal().text(),
                            "write the limit as a number");
        } else if ((monitor.signal() == Signal.VISITORS || monitor.timesUsual()) && !entry) {
            here.at("watches")
                    .add(
                            Flaw.CONFLICT,
                            "users must enter at '" + monitor.watches()
                                    + "' for it to have visitors or a usual load, but none does");
        } else if (monitor.timesUsual() && !hasUsual(monitor.watches())) {
            here.at("alert")
                    .add(
                            Flaw.CONFLICT,
                            "the users who enter at '" + monitor.watches()
                                    + "' must have a curve named 'usual' for the alert to compare with, but have none",
                            "call the curve of the ordinary load 'usual', or write the limit as a number");
        }
    }

    private boolean hasUsual(String entry) {
        return scenario.users().entrySet().stream()
                .filter(users -> users.getValue().entries().contains(entry))
                .anyMatch(users -> scenario.traffic()
                        .getOrDefault(users.getKey(), Map.of())
                        .containsKey("usual"));
    }

    private void step(StepSpec step, Set<String> obtainable, Problems here) {
        step.after().stream()
                .map(StepRef::step)
                .filter(name -> !scenario.runbook().containsKey(name))
                .forEach(name -> here.at("after")
                        .add(
                                Flaw.DANGLING,
                                "'" + name + "' is not a step of this runbook",
                                Spelling.hint(name, "steps", scenario.runbook().keySet())));
        step.needs().stream()
                .filter(fact -> !obtainable.contains(fact))
                .forEach(fact -> here.at("needs")
                        .add(
                                Flaw.DANGLING,
                                "no step gives and no monitor tells '" + fact + "'",
                                Spelling.hint(fact, "findings", obtainable)));
        for (int i = 0; i < step.actions().size(); i++) {
            actions.check(step.actions().get(i), here.at("do").at(String.valueOf(i)));
        }
        Condition worked = step.workedIf();
        if (worked != null) {
            worked(worked, here.at("worked-if"));
        }
    }

    private void worked(Condition condition, Problems here) {
        String subject = condition.subject();
        if (subject == null) {
            here.add(Flaw.CONFLICT, "a condition of a step must name a component", "for example web." + condition);
        } else if (!components.contains(subject)) {
            here.add(
                    Flaw.DANGLING,
                    "'" + subject + "' is not a component of this scenario",
                    Spelling.hint(subject, "components", components));
        }
        if (condition.timesUsual()) {
            here.add(
                    Flaw.CONFLICT,
                    "a condition of a step must have a plain limit, but was a multiple of the usual value");
        }
    }

    private Set<String> obtainable() {
        Set<String> facts = new TreeSet<>();
        scenario.runbook().values().forEach(step -> facts.addAll(step.gives()));
        scenario.monitors().values().forEach(monitor -> facts.addAll(monitor.tells()));
        return facts;
    }

    private Map<String, Set<String>> stepsBefore() {
        Map<String, Set<String>> before = new TreeMap<>();
        scenario.runbook()
                .forEach((name, step) -> before.put(
                        name, step.after().stream().map(StepRef::step).collect(Collectors.toCollection(TreeSet::new))));
        return before;
    }

    private void window(Window window, Problems here) {
        long from = scenario.clock().nanosAt(window.from());
        long until = scenario.clock().nanosAt(window.until());
        if (until <= from) {
            here.add(Flaw.CONFLICT, "a window must end after it starts, but was " + window);
        } else if (from >= scenario.clock().lengthNanos()) {
            here.add(Flaw.RANGE, "a window must lie within the clock, but starts after its end: " + window);
        }
    }
}
