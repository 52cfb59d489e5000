package dev.foreshock.engine.internal.caution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts names so that what leads to another comes before it. */
final class Sorting {
    private Sorting() {}

    /** Returns the names in {@code next}, each before those it leads to; there must be no cycle. */
    static List<String> along(Map<String, Set<String>> next) {
        Map<String, Integer> blockers = new TreeMap<>();
        next.forEach((name, others) -> {
            blockers.putIfAbsent(name, 0);
            others.stream().filter(next::containsKey).forEach(other -> blockers.merge(other, 1, Integer::sum));
        });
        Deque<String> free = new ArrayDeque<>();
        blockers.forEach((name, count) -> {
            if (count == 0) {
                free.add(name);
            }
        });
        List<String> sorted = new ArrayList<>();
        while (!free.isEmpty()) {
            String name = free.remove();
            sorted.add(name);
            for (String other : next.getOrDefault(name, Set.of())) {
                if (next.containsKey(other) && blockers.merge(other, -1, Integer::sum) == 0) {
                    free.add(other);
                }
            }
        }
        return sorted;
    }
}
