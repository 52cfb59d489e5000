package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The services of a Compose file that take part in requests, and the calls between them that it suggests. */
final class Project {

    private static final List<String> KNOWN = List.of("services", "version", "name", "networks");

    private final Map<String, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> ignoredSections = new LinkedHashSet<>();
    private final ServiceReader reader = new ServiceReader();

    Project(Map<String, @Nullable Object> file) {
        Values.map(file.get("services")).forEach((name, settings) -> all.put(name, Values.map(settings)));
        file.keySet().stream()
                .filter(key -> !KNOWN.contains(key) && !key.startsWith("x-") && !key.equals("include"))
                .forEach(ignoredSections::add);
        if (file.get("include") != null) {
            unread.add("the files under include: they were not read");
        }
        readServices();
        findEdges();
    }

    /** Returns the services, by their names. */
    Map<String, Service> services() {
        return services;
    }

    /** Returns the calls, each pair of services once. */
    List<Edge> edges() {
        return edges;
    }

    /** Returns how many services the file has. */
    int declared() {
        return all.size();
    }

    /** Returns what was decided and why. */
    List<String> notes() {
        return notes;
    }

    /** Returns what lies outside of the file. */
    List<String> unread() {
        List<String> result = new ArrayList<>(unread);
        result.addAll(reader.unread());
        return result;
    }

    /** Returns the settings that were passed over, each with the services that have it; none for those of the file. */
    Map<String, Set<String>> ignored() {
        Map<String, Set<String>> result = new LinkedHashMap<>();
        ignoredSections.forEach(section -> result.put(section, Set.of()));
        result.putAll(reader.ignored());
        return result;
    }

    private void readServices() {
        boolean allHaveProfiles = all.values().stream().allMatch(settings -> settings.get("profiles") != null);
        all.keySet().forEach(name -> {
            Map<String, @Nullable Object> settings = extended(name, new LinkedHashSet<>());
            List<String> profiles = Values.texts(settings.get("profiles"));
            if (!profiles.isEmpty() && !allHaveProfiles) {
                notes.add(name + " was left out: it starts only with the profile " + Text.safe(profiles.get(0)));
                return;
            }
            Service service = reader.read(name, settings);
            if (service.role() == Role.TOOL) {
                notes.add(
                        name + " was left out: by its image it watches or administers, and takes no part in requests");
            } else {
                services.put(name, service);
            }
        });
    }

    /** Returns the settings of a service over those that it extends. */
    private Map<String, @Nullable Object> extended(String name, Set<String> path) {
        Map<String, @Nullable Object> own = all.getOrDefault(name, Map.of());
        Object link = own.get("extends");
        String base = link instanceof String text ? text : Values.text(Values.at(link, "service"));
        if (link == null || base == null) {
            return own;
        }
        if (Values.at(link, "file") != null) {
            unread.add("what " + name + " extends: it is in another file, which was not read");
            return own;
        }
        if (!path.add(name) || !all.containsKey(base)) {
            notes.add(name + " extends " + Text.safe(base) + ", which "
                    + (all.containsKey(base) ? "leads back to itself" : "does not exist")
                    + ", so that was not followed");
            return own;
        }
        return over(extended(base, path), own);
    }

    private static Map<String, @Nullable Object> over(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(base);
        own.forEach((key, value) -> {
            Object below = result.get(key);
            boolean bothMaps = below instanceof Map<?, ?> && value instanceof Map<?, ?>;
            result.put(key, bothMaps ? over(Values.map(below), Values.map(value)) : value);
        });
        return result;
    }

    private void findEdges() {
        for (Service caller : services.values()) {
            for (Service called : services.values()) {
                if (!caller.name().equals(called.name())) {
                    reason(caller, called).ifPresent(reason -> connect(caller, called, reason));
                }
            }
        }
    }

    private Optional<String> reason(Service caller, Service called) {
        Predicate<List<String>> names =
                list -> list.contains(called.name()) || list.stream().anyMatch(called.aliases()::contains);
        Optional<String> named = Hosts.naming(called.name(), caller)
                .or(() -> called.aliases().stream()
                        .map(alias -> Hosts.naming(alias, caller))
                        .flatMap(Optional::stream)
                        .findFirst());
        if (named.isPresent()) {
            return named;
        } else if (names.test(caller.starts())) {
            return Optional.of("depends_on");
        } else if (names.test(caller.links())) {
            return Optional.of("links");
        }
        boolean byLabels = caller.role() == Role.EDGE && caller.image().contains("traefik") && called.isBehindTraefik();
        return byLabels ? Optional.of("its labels") : Optional.empty();
    }

    private void connect(Service caller, Service called, String reason) {
        boolean canReach = caller.networks().stream().anyMatch(called.networks()::contains);
        if (!canReach && !reason.equals("links")) {
            notes.add("no call from " + caller.name() + " to " + called.name() + " (" + Text.safe(reason)
                    + "): they share no network");
        } else if (called.role() == Role.QUEUE && caller.isConsumer()) {
            edges.add(new Edge(called.name(), caller.name(), "its name or command, which are those of a consumer"));
        } else {
            edges.add(new Edge(caller.name(), called.name(), reason));
        }
    }
}
