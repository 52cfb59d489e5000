package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.model.Sizing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mean time for which each component is busy with a call of one class of requests: its own work and the longest chain of its calls, with nothing
 * ever queueing, failing or timing out before its mean.
 */
final class Holding {
    private final View view;
    private final String request;
    private final Map<String, Double> busyNanos = new TreeMap<>();
    private final Map<String, Double> answerNanos = new TreeMap<>();

    Holding(View view, String request) {
        this.view = view;
        this.request = request;
        for (int i = view.callersFirst.size() - 1; i >= 0; i--) {
            String component = view.callersFirst.get(i);
            Sizing size = view.size(component);
            double work = size.workFor(request).toNanos();
            double all = work + size.passesOn() * callsNanos(component, size.makesOneOfItsCalls());
            Duration answersIn = size.answersIn();
            busyNanos.put(component, size.holdsOnToCalls() ? all : work);
            answerNanos.put(component, answersIn == null ? all : answersIn.toNanos());
        }
    }

    /** Returns how long {@code component} is busy with a call. */
    double busyNanos(String component) {
        return busyNanos.getOrDefault(component, 0.0);
    }

    private double callsNanos(String component, boolean one) {
        List<Edge> calls = view.from(component);
        if (one) {
            return calls.stream().mapToDouble(this::nanos).sum();
        }
        Map<String, Edge> byName = new TreeMap<>();
        Map<String, Set<String>> before = new TreeMap<>();
        calls.forEach(edge -> {
            byName.put(edge.name(), edge);
            before.put(edge.name(), edge.call().after());
        });
        Map<String, Double> ends = new TreeMap<>();
        List<String> lastFirst = Sorting.along(before);
        for (int i = lastFirst.size() - 1; i >= 0; i--) {
            Edge edge = byName.get(lastFirst.get(i));
            if (edge != null) {
                double start = edge.call().after().stream()
                        .mapToDouble(name -> ends.getOrDefault(name, 0.0))
                        .max()
                        .orElse(0);
                ends.put(edge.name(), start + nanos(edge));
            }
        }
        return ends.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private double nanos(Edge edge) {
        if (!edge.isTakenBy(request)) {
            return 0;
        }
        double once = View.linkNanos(edge.call()) + answerNanos.getOrDefault(edge.to(), 0.0);
        Duration timeout = edge.call().timeout();
        double bounded = timeout == null ? once : Math.min(once, (double) timeout.toNanos());
        int inTurn = edge.call().together() ? 1 : edge.call().count();
        return edge.call().share().share() * bounded * inTurn;
    }
}
