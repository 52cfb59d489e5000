package dev.foreshock.engine.people;

import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something a responder does to a component. Takes effect at once; what it achieves is up to the system. */
public sealed interface Action {
    /** Returns the component it is done to. */
    String target();

    /**
     * Starts a component that is down, or stops and starts one that is up. Files write {@code restart web}.
     *
     * @param target the component
     */
    record Restart(String target) implements Action {
        @Override
        public String toString() {
            return "restart " + target;
        }
    }

    /**
     * Changes the weights of a balancer. Files write {@code front.weights web 0% backup 100%}.
     *
     * @param target the balancer
     * @param weights the new weights; together 100 %
     */
    record Weights(String target, Map<String, Percent> weights) implements Action {
        /** Copies the map. */
        public Weights {
            weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        }

        @Override
        public String toString() {
            return target + ".weights "
                    + weights.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(" "));
        }
    }

    /**
     * Multiplies a setting. Files write {@code web.workers x3.5}.
     *
     * @param target the component
     * @param setting the setting, in file spelling
     * @param factor the factor on its present value
     */
    record Resize(String target, String setting, Multiple factor) implements Action {
        @Override
        public String toString() {
            return target + "." + setting + " " + factor;
        }
    }
}
