package dev.foreshock.engine.model;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.judge.Baseline;
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
    private final Map<String, FaultSpec> faults = new TreeMap<>();
    private final Map<String, MonitorSpec> monitors = new TreeMap<>();
    private final Map<String, ResponderSpec> responders = new TreeMap<>();
    private final Map<String, StepSpec> runbook = new TreeMap<>();
    private final Map<String, Claim> record = new TreeMap<>();
    private final Map<String, Claim> gates = new TreeMap<>();
    private final Map<String, RequestClassSpec> requests = new TreeMap<>();
    private final Map<String, Map<String, String>> labels = new TreeMap<>();
    private final Map<String, String> was = new TreeMap<>();
    private Semantics semantics = Semantics.LATEST;
    private Baseline baseline = Baseline.NONE;
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

    /** Adds every component of {@code system}, with its labels, and every class of requests. */
    public ScenarioBuilder system(SystemSpec system) {
        components.putAll(system.components());
        requests.putAll(system.requests());
        system.labels().forEach((name, said) -> labels.put(name, new TreeMap<>(said)));
        return this;
    }

    /** Adds or replaces a component. */
    public ScenarioBuilder component(String called, ComponentSpec component) {
        components.put(called, component);
        return this;
    }

    /** Declares a class of requests. */
    public ScenarioBuilder request(String called) {
        requests.put(called, RequestClassSpec.PLAIN);
        return this;
    }

    /** Adds or replaces a label of a component. */
    public ScenarioBuilder label(String component, String label, String value) {
        labels.computeIfAbsent(component, key -> new TreeMap<>()).put(label, value);
        return this;
    }

    /**
     * Says what a thing was called before, so that it draws what it drew then.
     *
     * @param path where it is: {@code components.web}, {@code components.web.calls.queries}, {@code users.shopper},
     *     {@code monitors.site-down}, {@code faults.outage}
     * @param name its former name
     */
    public ScenarioBuilder was(String path, String name) {
        was.put(path, name);
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

    /** Adds or replaces a fault. */
    public ScenarioBuilder fault(String called, FaultSpec fault) {
        faults.put(called, fault);
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

    /** Sets what claims against a baseline are held against; none by default. */
    public ScenarioBuilder baseline(Baseline earlier) {
        baseline = earlier;
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
                new SystemSpec(components, requests, labels),
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
        Inspector.requireSound(scenario);
        return scenario;
    }
}
