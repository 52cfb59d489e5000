package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.faults.plan.Planner;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which faults on calls a proxy carries out in a rehearsal, known before anything is started, as the prediction needs it.
 *
 * @param scenario the scenario
 */
record CallFaults(Scenario scenario) {
    /** Returns why no proxy can do what a fault does to calls; nothing if one can. */
    Optional<String> obstacle(FaultSpec fault, CallEffect effect) {
        if (fault.lasts() == null) {
            return Optional.of(TwinTarget.ENDLESS);
        }
        return called(fault.on()).isEmpty()
                ? Optional.of("calls of one name go to several components")
                : Planner.obstacle(effect);
    }

    /** Returns the component that calls of a fault's place go to; nothing if they go to several. */
    Optional<String> called(String on) {
        if (scenario.system().components().containsKey(on)) {
            return Optional.of(on);
        }
        return CallPlace.at(on, scenario).flatMap(place -> place.to(scenario));
    }

    /** Returns the scenario as proxies play it: who takes a latency away lets go of what it holds. */
    Scenario byProxies() {
        Map<String, FaultSpec> faults = new TreeMap<>(scenario.faults());
        faults.replaceAll((name, fault) -> fault.does() instanceof Latency latency
                        && obstacle(fault, latency).isEmpty()
                ? fault.doing(latency.released())
                : fault);
        return scenario.withFaults(faults);
    }
}
