package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out the calls that close a circle, as a request must end somewhere. */
final class Circles {

    private final Map<String, List<Edge>> byCaller = new LinkedHashMap<>();
    private final List<Edge> kept = new ArrayList<>();
    private final List<String> notes;
    private final List<String> path = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    private Circles(List<Edge> edges, List<String> notes) {
        this.notes = notes;
        edges.forEach(edge ->
                byCaller.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge));
    }

    /**
     * Returns {@code edges} less those that lead back.
     *
     * @param starts where requests start: circles are followed from there first
     * @param notes takes a remark for each that is left out
     */
    static List<Edge> broken(List<Edge> edges, Collection<String> starts, List<String> notes) {
        Circles circles = new Circles(edges, notes);
        starts.forEach(circles::follow);
        List.copyOf(circles.byCaller.keySet()).forEach(circles::follow);
        return circles.kept;
    }

    private void follow(String caller) {
        if (!done.add(caller)) {
            return;
        }
        path.add(caller);
        for (Edge edge : byCaller.getOrDefault(caller, List.of())) {
            int back = path.indexOf(edge.to());
            if (back >= 0) {
                notes.add("no call from " + edge.from() + " to " + edge.to() + " (" + Text.safe(edge.reason())
                        + "): it would close the circle " + String.join(" -> ", path.subList(back, path.size()))
                        + " -> "
                        + edge.to());
            } else {
                kept.add(edge);
                follow(edge.to());
            }
        }
        path.remove(path.size() - 1);
    }
}
