package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.NotInFiles;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A system: its components by name.
 *
 * @param components the components
 * @param requests the classes of requests that calls, servers, users and claims can speak of, by name
 * @param labels what is said of components, by component and label, such as {@code web: {tier: edge}}; empty by default
 */
@Doc("A system: its components by name.")
public record SystemSpec(
        @Doc("The components.") Map<String, ComponentSpec> components,

        @Doc("The classes of requests that calls, servers, users and claims can speak of, by name.")
        Map<String, RequestClassSpec> requests,

        @Doc("What is said of components, by component and label.") @NotInFiles
        Map<String, Map<String, String>> labels) {
    /** Copies the maps. */
    public SystemSpec {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
        requests = Collections.unmodifiableMap(new TreeMap<>(requests));
        Map<String, Map<String, String>> copy = new TreeMap<>();
        labels.forEach((name, said) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(said))));
        labels = Collections.unmodifiableMap(copy);
    }

    /** Returns a system of {@code components} without classes of requests and labels. */
    public static SystemSpec of(Map<String, ComponentSpec> components) {
        return new SystemSpec(components, Map.of(), Map.of());
    }

    /** Returns this system with {@code labels} in place of its own. */
    public SystemSpec labeled(Map<String, Map<String, String>> labels) {
        return new SystemSpec(components, requests, labels);
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
