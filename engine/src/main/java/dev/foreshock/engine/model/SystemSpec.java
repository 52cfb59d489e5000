package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A system: its components by name.
 *
 * @param components the components
 */
@Doc("A system: its components by name.")
public record SystemSpec(@Doc("The components.") Map<String, ComponentSpec> components) {
    /** Copies the map. */
    public SystemSpec {
        components = java.util.Collections.unmodifiableMap(new TreeMap<>(components));
    }

    /** Returns {@code name} and every component that calls to it can lead to. */
    public Set<String> reachableFrom(String name) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>();
        next.add(name);
        while (!next.isEmpty()) {
            String component = next.remove();
            ComponentSpec spec = components.get(component);
            if (spec != null && reached.add(component)) {
                next.addAll(spec.dependencies());
            }
        }
        return reached;
    }
}
