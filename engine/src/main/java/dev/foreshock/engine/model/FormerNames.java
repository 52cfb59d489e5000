package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The names that draws and orders go by: a thing's first name, so that a renamed thing draws what it drew before.
 * Immutable.
 */
public final class FormerNames {
    private final Map<String, String> was;

    FormerNames(Map<String, String> was) {
        this.was = was;
    }

    /** Returns the name that the draws of a component go by. */
    public String component(String name) {
        return was.getOrDefault("components." + name, name);
    }

    /** Returns the name that the draws of a call go by. A call that is named after the component it calls follows it. */
    public String call(String component, String name, CallSpec spec) {
        String former = was.get("components." + component + ".calls." + name);
        if (former != null) {
            return former;
        }
        return spec.to() == null || spec.to().equals(name) ? component(name) : name;
    }

    /** Returns the name that the draws of a class of users go by. */
    public String users(String name) {
        return was.getOrDefault("users." + name, name);
    }

    /** Returns the name that the draws of a monitor go by. */
    public String monitor(String name) {
        return was.getOrDefault("monitors." + name, name);
    }

    /** Returns the name that the draws of a fault go by. */
    public String fault(String name) {
        return was.getOrDefault("faults." + name, name);
    }

    /** Returns {@code things} under their present names, in the order of the names that their draws go by. */
    public static <V> Map<String, V> inOrder(Map<String, V> things, UnaryOperator<String> former) {
        Map<String, String> present = new TreeMap<>();
        things.keySet().forEach(name -> present.put(former.apply(name), name));
        Map<String, V> ordered = new LinkedHashMap<>();
        present.values().forEach(name -> ordered.put(name, things.get(name)));
        return Collections.unmodifiableMap(ordered);
    }
}
