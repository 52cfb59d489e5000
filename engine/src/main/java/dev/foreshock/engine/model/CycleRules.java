package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds chains that come back to their start. A chain may be as long as it likes: nothing here recurses. */
final class CycleRules {
    private final Map<String, Set<String>> next;
    private final String what;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final List<String> chain = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Deque<Iterator<String>> ways = new ArrayDeque<>();

    private CycleRules(Map<String, Set<String>> next, String what, Problems problems) {
        this.next = next;
        this.what = what;
        this.problems = problems;
    }

    /** Reports each cycle of {@code next} once, at the name where it was entered. */
    static void check(Map<String, Set<String>> next, String what, Problems problems) {
        CycleRules rules = new CycleRules(next, what, problems);
        next.keySet().forEach(rules::follow);
    }

    private void follow(String start) {
        enter(start);
        while (!ways.isEmpty()) {
            Iterator<String> way = ways.getLast();
            if (way.hasNext()) {
                enter(way.next());
            } else {
                ways.removeLast();
                places.remove(chain.remove(chain.size() - 1));
            }
        }
    }

    private void enter(String name) {
        Integer at = places.get(name);
        if (at != null) {
            String cycle = String.join(" -> ", chain.subList(at, chain.size())) + " -> " + name;
            problems.at(name).add(Flaw.CYCLE, what + " must not come back to where they began, but were " + cycle);
        } else if (seen.add(name)) {
            places.put(name, chain.size());
            chain.add(name);
            ways.addLast(next.getOrDefault(name, Set.of()).iterator());
        }
    }
}
