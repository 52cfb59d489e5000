package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.FaultSpec;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a fault strikes something that is there, and that it can strike, while the clock runs. */
final class FaultRules {
    private final Scenario scenario;
    private final Map<String, ComponentSpec> components;

    FaultRules(Scenario scenario) {
        this.scenario = scenario;
        components = scenario.system().components();
    }

    void check(FaultSpec fault, Problems here) {
        if (scenario.clock().nanosAt(fault.at()) >= scenario.clock().lengthNanos()) {
            here.at("at").add(Flaw.RANGE, "a fault must begin within the clock, but began at " + fault.at());
        }
        if (fault.does() instanceof ComponentEffect effect) {
            component(fault.on(), effect, here);
        } else if (fault.does() instanceof CallEffect && !components.containsKey(fault.on())) {
            call(fault.on(), here.at("on"));
        }
    }

    private void component(String on, ComponentEffect effect, Problems here) {
        ComponentSpec component = components.get(on);
        if (component == null) {
            here.at("on")
                    .add(
                            Flaw.DANGLING,
                            "'" + on + "' is not a component of this scenario",
                            Spelling.hint(on, "components", components.keySet()));
        } else if (!component.suffers(effect)) {
            here.at("does")
                    .add(
                            Flaw.CONFLICT,
                            "this component must be able to suffer the fault, but '" + on + "' cannot: "
                                    + effect.text(),
                            "strike the calls to it instead: errors, refused, lost or latency");
        } else if (effect.replicas() != null
                && effect.replicas() > component.sizing().replicas()) {
            here.at("does")
                    .at("replicas")
                    .add(
                            Flaw.RANGE,
                            "replicas must be at most the " + component.sizing().replicas() + " of '" + on
                                    + "', but was " + effect.replicas());
        }
    }

    private void call(String on, Problems here) {
        Set<String> known = new TreeSet<>(components.keySet());
        scenario.users().keySet().forEach(name -> known.add("users." + name));
        components.forEach((name, component) -> {
            component.calls().keySet().forEach(call -> known.add(name + "." + call));
            component.dependencies().stream()
                    .filter(to -> component.calls().values().stream().noneMatch(call -> to.equals(call.to())))
                    .forEach(to -> known.add(name + "." + to));
        });
        if (!known.contains(on)) {
            here.add(
                    Flaw.DANGLING,
                    "'" + on + "' is neither a component of this scenario nor a call of one",
                    Spelling.hint(on, "components and calls", known));
        }
    }
}
