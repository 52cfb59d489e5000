package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.story.FailedFirst;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The components with a queue that are worth a curve: the one that failed first, those that crashed, then those in
 * which most calls waited.
 *
 * @param shown their names, the first to look at first
 * @param leftOut the names of the others, in the same order
 */
record Busiest(List<String> shown, List<String> leftOut) {
    private static final int MOST = 5;

    Busiest {
        shown = List.copyOf(shown);
        leftOut = List.copyOf(leftOut);
    }

    static Busiest of(Bins bins) {
        Map<String, List<Double>> waiting = bins.gauges("waiting");
        Map<String, List<Double>> held = bins.gauges("inFlight");
        Set<String> names = new TreeSet<>(held.keySet());
        names.addAll(waiting.keySet());
        Set<String> crashed = new TreeSet<>();
        bins.run().journal().of(Event.CRASHED).forEach(entry -> crashed.add(entry.subject()));
        String first = FailedFirst.of(bins.run()).map(JournalEntry::subject).orElse("");
        List<String> ranked = new ArrayList<>(names);
        ranked.sort(Comparator.comparing((String name) -> !name.equals(first))
                .thenComparing(name -> !crashed.contains(name))
                .thenComparing(name -> -Bins.most(waiting.getOrDefault(name, List.of())))
                .thenComparing(name -> -Bins.most(held.getOrDefault(name, List.of()))));
        int split = Math.min(MOST, ranked.size());
        return new Busiest(ranked.subList(0, split), ranked.subList(split, ranked.size()));
    }
}
