package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scenario in the making: components with their sizes, the calls between them, and where users enter. */
final class Draft {

    /** Requests at a time that a worker of one processor serves, where there is a limit of processors. */
    static final int WORKERS_PER_CPU = 4;

    static final int WORKERS = 8;
    static final int CONSUMERS = 4;
    static final int POOL = 20;
    private static final int MOST_ENTRIES = 4;
    private static final int MOST_WORKERS = 100_000;

    private final Map<String, Service> services;
    private final Map<String, String> names;
    private final List<Edge> edges;
    private final List<String> entries;
    private final List<String> notes;
    private final Set<String> balancers = new LinkedHashSet<>();
    private final boolean hasQueues;
    private final double pagesPerSecond;

    Draft(Project project, boolean hasQueues) {
        this.services = project.services();
        this.names = Text.names(services.keySet());
        this.notes = new ArrayList<>(project.notes());
        this.hasQueues = hasQueues;
        List<String> first = entries(project.edges());
        List<Edge> ending = Circles.broken(project.edges(), first, notes);
        this.entries = first;
        Sizing sizing = new Sizing(parts(), ending, first);
        this.edges = sizing.bearable();
        if (edges.size() < ending.size()) {
            notes.add(
                    (ending.size() - edges.size()) + " of " + ending.size()
                            + " calls were left out, as one page would have caused too many: each component is called by one other");
        }
        findBalancers();
        this.pagesPerSecond = new Sizing(parts(), edges, first).pagesPerSecond();
        names.forEach((original, name) -> {
            if (!original.equals(name)) {
                notes.add("the service " + original + " is the component " + name);
            }
        });
    }

    Map<String, Service> services() {
        return services;
    }

    String name(String service) {
        return names.getOrDefault(service, service);
    }

    /** Returns the services that users go to. */
    List<String> entries() {
        return entries;
    }

    List<String> notes() {
        return notes;
    }

    double pagesPerSecond() {
        return pagesPerSecond;
    }

    List<Edge> callsOf(String service) {
        return edges.stream().filter(edge -> edge.from().equals(service)).toList();
    }

    /** Tells whether requests reach a service. */
    boolean isReached(String service) {
        return entries.contains(service)
                || edges.stream().anyMatch(edge -> edge.to().equals(service));
    }

    boolean isPublished(String service) {
        return service(service).isPublished();
    }

    boolean isBalancer(String service) {
        return balancers.contains(service);
    }

    boolean isQueue(Service service) {
        return hasQueues && service.role() == Role.QUEUE;
    }

    /** Tells whether a service becomes a database: it keeps data, and calls nobody. */
    boolean isDatabase(Service service) {
        return service.role() == Role.DATABASE && callsOf(service.name()).isEmpty();
    }

    static int workers(Service service) {
        Double cpus = service.cpus();
        return cpus == null ? WORKERS : (int) Math.max(1, Math.min(MOST_WORKERS, Math.ceil(cpus * WORKERS_PER_CPU)));
    }

    /** Returns the stand-in for the mean of a service's own work, in milliseconds. */
    int workMillis(Service service) {
        if (isQueue(service)) {
            return 20;
        }
        return switch (service.role()) {
            case CACHE, EDGE, QUEUE -> 1;
            case DATABASE -> 5;
            case SERVER, TOOL -> 20;
        };
    }

    /** Users go where ports are published and nobody else calls; failing that, to whatever is published, or first. */
    private List<String> entries(List<Edge> all) {
        List<String> servers = services.values().stream()
                .filter(service -> service.role() == Role.SERVER || service.role() == Role.EDGE)
                .map(Service::name)
                .toList();
        List<String> published =
                servers.stream().filter(name -> service(name).isPublished()).toList();
        List<String> found = uncalled(published, all);
        found = found.isEmpty() ? published : found;
        if (found.isEmpty()) {
            found = uncalled(
                    servers.stream().filter(name -> !service(name).isConsumer()).toList(), all);
            found = found.isEmpty() ? servers : found;
            found = found.isEmpty() ? List.copyOf(services.keySet()) : found;
            notes.add("users enter at " + name(found.get(0)) + ": no service that could take them publishes a port");
            return found.subList(0, 1);
        }
        if (found.size() > MOST_ENTRIES) {
            notes.add(
                    "users enter at " + MOST_ENTRIES + " of the " + found.size() + " services that publish ports only");
        }
        return found.subList(0, Math.min(MOST_ENTRIES, found.size()));
    }

    private static List<String> uncalled(List<String> names, List<Edge> all) {
        return names.stream()
                .filter(name -> all.stream().noneMatch(edge -> edge.to().equals(name)))
                .toList();
    }

    /** A proxy in front of several services of one image balances; in front of different ones it only passes on. */
    private void findBalancers() {
        for (Service service : services.values()) {
            List<Edge> calls = callsOf(service.name());
            long images = calls.stream()
                    .map(edge -> service(edge.to()).image())
                    .distinct()
                    .count();
            boolean isTold =
                    calls.stream().noneMatch(edge -> service(edge.to()).image().isEmpty());
            if (service.role() == Role.EDGE && calls.size() > 1 && images == 1 && isTold) {
                balancers.add(service.name());
            }
        }
    }

    private Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("a call must be between services of the file, but was to " + name);
        }
        return service;
    }

    private Map<String, Sizing.Part> parts() {
        Map<String, Sizing.Part> parts = new LinkedHashMap<>();
        services.values().forEach(service -> {
            double places = service.role() == Role.DATABASE
                    ? POOL
                    : isQueue(service) ? CONSUMERS : workers(service) * (double) service.replicas();
            parts.put(service.name(), new Sizing.Part(places, workMillis(service) / 1e3, true));
        });
        return parts;
    }
}
