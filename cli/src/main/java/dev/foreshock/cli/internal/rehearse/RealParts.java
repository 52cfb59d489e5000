package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a twin is no part of Foreshock: a hop costs what it does beside them. A Redis is asked while its component is at work, and yet it
 * shares a machine, and what it says a thread, with calls.
 */
public final class RealParts {
    private RealParts() {}

    /**
     * Returns what there is of it, by component.
     *
     * @param options how the twin is started
     */
    public static Map<String, String> of(Scenario scenario, TwinOptions options) {
        Map<String, String> parts = new TreeMap<>();
        if (options.room() != null) {
            String database = options.containers() == null ? "PostgreSQL" : "PostgreSQL in a container";
            TwinOptions.realDatabases(scenario).forEach(component -> parts.put(component, database));
        }
        options.haproxy().forEach(balancer -> parts.put(balancer, "HAProxy"));
        options.redis().forEach(component -> parts.put(component, "Redis"));
        return parts;
    }

    /** Returns them for people, such as {@code HAProxy as gateway}. */
    static String text(Map<String, String> parts) {
        return parts.isEmpty()
                ? "nothing but parts of Foreshock"
                : new TreeMap<>(parts)
                        .entrySet().stream()
                                .map(part -> part.getValue() + " as " + part.getKey())
                                .collect(Collectors.joining(" and "));
    }
}
