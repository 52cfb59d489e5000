package dev.foreshock.engine.people;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something a responder does to a component or about a fault. Takes effect at once; what it achieves is up to the system. */
public sealed interface Action {
    /** Returns one change of each form that a setting could be given while it runs: by a factor, and to a value in each unit. */
    static List<Action> changesOf(String target, String setting) {
        return List.of(
                new Resize(target, setting, Multiple.x(2)),
                new Assign(target, setting, Assign.Unit.COUNT, 100),
                new Assign(target, setting, Assign.Unit.SHARE, 0.25),
                new Assign(target, setting, Assign.Unit.RATE, 50),
                new Assign(target, setting, Assign.Unit.BYTES, Bytes.gibi(4).count()));
    }

    /** Returns the component it is done to; the fault, where it {@link End ends} one. */
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

    /**
     * Gives a setting another value. Files write {@code web.queue 100}, {@code web.admit 25%}, {@code web.admit 50/s},
     * {@code web.memory 4 GiB}.
     *
     * @param target the component
     * @param setting the setting, in file spelling
     * @param unit what kind of number it is
     * @param number the number, in its base unit: a plain one, a share from 0 to 1, per second, or bytes
     */
    record Assign(String target, String setting, Unit unit, double number) implements Action {
        /** Kinds of numbers that a setting can be given. */
        public enum Unit {
            /** A whole number. */
            COUNT,
            /** A share. */
            SHARE,
            /** A rate. */
            RATE,
            /** An amount of memory. */
            BYTES
        }

        @Override
        public String toString() {
            return target + "." + setting + " "
                    + switch (unit) {
                        case COUNT -> Quantity.number(number);
                        case SHARE -> Quantity.text(Dimension.SHARE, number);
                        case RATE -> Quantity.text(Dimension.RATE, number);
                        case BYTES -> new Bytes(Math.round(number)).toString();
                    };
        }
    }

    /**
     * Ends a fault that is under way, before its time where it has one: the cause is found and removed. Files write
     * {@code end slow-queries}.
     *
     * @param target the fault
     */
    record End(String target) implements Action {
        @Override
        public String toString() {
            return "end " + target;
        }
    }
}
