package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds stand-ins that go together: how much traffic the system can take with the sizes it was given. */
final class Sizing {

    /** As many calls may one page cause; beyond that the file says more about who may call than about who does. */
    private static final double MOST_CALLS_PER_PAGE = 150;

    private static final double USED = 0.25;
    private static final double MOST_PAGES_PER_SECOND = 10;

    private final Map<String, Part> parts;
    private final List<Edge> edges;
    private final List<String> starts;

    /**
     * A component with what it was given.
     *
     * @param places requests that it takes at a time, over all replicas
     * @param seconds the mean of its own work
     * @param waits whether it waits for the calls it makes
     */
    record Part(double places, double seconds, boolean waits) {}

    Sizing(Map<String, Part> parts, List<Edge> edges, List<String> starts) {
        this.parts = parts;
        this.edges = edges;
        this.starts = starts;
    }

    /** Returns the calls to keep, so that a page does not cause too many: all, or one into each component. */
    List<Edge> bearable() {
        double calls =
                visits().values().stream().mapToDouble(Double::doubleValue).sum();
        if (calls <= MOST_CALLS_PER_PAGE) {
            return edges;
        }
        Set<String> called = new LinkedHashSet<>(starts);
        List<Edge> tree = new ArrayList<>();
        for (Edge edge : edges) {
            if (called.add(edge.to())) {
                tree.add(edge);
            }
        }
        return tree;
    }

    /** Returns the pages per second at which the busiest component is a quarter busy; at most 10. */
    double pagesPerSecond() {
        double most = MOST_PAGES_PER_SECOND;
        Map<String, Double> held = new LinkedHashMap<>();
        for (Map.Entry<String, Double> visit : visits().entrySet()) {
            Part part = parts.get(visit.getKey());
            if (part != null && visit.getValue() > 0) {
                most = Math.min(most, USED * part.places() / held(visit.getKey(), held) / visit.getValue());
            }
        }
        return most;
    }

    /** Returns how often a page calls each component; a page goes to every start in turn. */
    private Map<String, Double> visits() {
        Map<String, Double> visits = new LinkedHashMap<>();
        starts.forEach(start -> visits.put(start, 1.0));
        for (String name : callersFirst()) {
            double own = visits.getOrDefault(name, 0.0);
            for (Edge edge : edges) {
                if (edge.from().equals(name)) {
                    visits.merge(edge.to(), own, Double::sum);
                }
            }
        }
        return visits;
    }

    private double held(String name, Map<String, Double> known) {
        Double before = known.get(name);
        if (before != null) {
            return before;
        }
        Part part = parts.getOrDefault(name, new Part(1, 0, true));
        double longest = 0;
        for (Edge edge : edges) {
            if (edge.from().equals(name) && part.waits()) {
                longest = Math.max(longest, held(edge.to(), known));
            }
        }
        known.put(name, part.seconds() + longest);
        return part.seconds() + longest;
    }

    private List<String> callersFirst() {
        List<String> order = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        parts.keySet().forEach(name -> visit(name, seen, order));
        java.util.Collections.reverse(order);
        return order;
    }

    private void visit(String name, Set<String> seen, List<String> order) {
        if (seen.add(name)) {
            edges.stream().filter(edge -> edge.from().equals(name)).forEach(edge -> visit(edge.to(), seen, order));
            order.add(name);
        }
    }
}
