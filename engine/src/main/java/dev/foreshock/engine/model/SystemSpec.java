package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import java.util.Map;
import java.util.TreeMap;

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
}
