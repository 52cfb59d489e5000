package dev.foreshock.engine.model;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Builds a scenario piece by piece. Everything but the name and the clock is empty at first. Not thread-safe. */
public final class ScenarioBuilder {
    private final String name;
    private final Clock clock;
    private final Map<String, ComponentSpec> components = new TreeMap<>();
    private final Map<String, UsersSpec> users = new TreeMap<>();
    private final Map<String, Map<String, Curve>> traffic = new TreeMap<>();
    private final Map<String, MonitorSpec> monitors = new TreeMap<>();
    private final Map<String, ResponderSpec> responders = new TreeMap<>();
    private final Map<String, StepSpec> runbook = new TreeMap<>();
    private final Map<String, Claim> record = new TreeMap<>();
    private final Map<String, Claim> gates = new TreeMap<>();
    private Semantics semantics = Semantics.LATEST;
    private String about = "";
    private Definitions define = Definitions.STANDARD;

    ScenarioBuilder(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Sets what words mean; {@link Semantics#LATEST} by default. */
    public ScenarioBuilder semantics(Semantics version) {
        semantics = version;
        return this;
    }

    /** Sets the sentence about it. */
    public ScenarioBuilder about(String sentence) {
        about = sentence;
        return this;
    }

    /** Adds every component of {@code system}. */
    public ScenarioBuilder system(SystemSpec system) {
        components.putAll(system.components());
        return this;
    }

    /** Adds or replaces a component. */
    public ScenarioBuilder component(String called, ComponentSpec component) {
        components.put(called, component);
        return this;
    }

    /** Adds or replaces a class of users. */
    public ScenarioBuilder users(String called, UsersSpec spec) {
        users.put(called, spec);
        return this;
    }

    /** Adds or replaces one curve of the traffic of a class of users. */
    public ScenarioBuilder traffic(String users, String called, Curve curve) {
        traffic.computeIfAbsent(users, key -> new TreeMap<>()).put(called, curve);
        return this;
    }

    /** Adds or replaces a monitor. */
    public ScenarioBuilder monitor(String called, MonitorSpec monitor) {
        monitors.put(called, monitor);
        return this;
    }

    /** Adds or replaces a responder. */
    public ScenarioBuilder responder(String called, ResponderSpec responder) {
        responders.put(called, responder);
        return this;
    }

    /** Adds or replaces a step of the runbook. */
    public ScenarioBuilder step(String called, StepSpec step) {
        runbook.put(called, step);
        return this;
    }

    /** Sets what the words mean; {@link Definitions#STANDARD} by default. */
    public ScenarioBuilder define(Definitions definitions) {
        define = definitions;
        return this;
    }

    /** Adds or replaces a claim about history. */
    public ScenarioBuilder record(String called, Claim claim) {
        record.put(called, claim);
        return this;
    }

    /** Adds or replaces a claim about the service. */
    public ScenarioBuilder gate(String called, Claim claim) {
        gates.put(called, claim);
        return this;
    }

    /**
     * Returns the scenario.
     *
     * @throws InvalidScenarioException if anything in it is wrong; carries all problems
     */
    public Scenario build() {
        Scenario scenario = new Scenario(
                semantics,
                name,
                about,
                clock,
                new SystemSpec(components),
                users,
                traffic,
                monitors,
                responders,
                runbook,
                define,
                record,
                gates);
        Inspector.requireSound(scenario);
        return scenario;
    }
}
