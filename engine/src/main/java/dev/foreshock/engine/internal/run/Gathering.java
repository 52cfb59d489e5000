package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the parts of one run saw. Calls are counted by who sends them, so that calls to a component of whose callers one says nothing
 * are known to nobody: none is told rather than those of the others.
 *
 * @param callers the components that call each component
 * @param own the journal of the users' part
 * @param seen what users saw of components
 * @param shown gauges of the users' part
 * @param others the other parts
 */
record Gathering(
        Map<String, Set<String>> callers,
        Journal own,
        Map<String, ComponentFigures> seen,
        Map<String, List<Double>> shown,
        Collection<PartReport> others) {
    /** Returns the components that call each component of a system; users are none, and always tell. */
    static Map<String, Set<String>> callersIn(SystemSpec system) {
        Map<String, Set<String>> callers = new TreeMap<>();
        system.components()
                .forEach((name, spec) -> spec.dependencies()
                        .forEach(called -> callers.computeIfAbsent(called, key -> new TreeSet<>())
                                .add(name)));
        return callers;
    }

    /** Returns all journals in one, in order of time; faults are told of by the users' part alone. */
    Journal journal() {
        List<JournalEntry> all = new ArrayList<>();
        Map<JournalEntry, JournalEntry> causes = new HashMap<>();
        long dropped = own.dropped();
        collect(own, true, all, causes);
        for (PartReport part : others) {
            dropped += part.journal().dropped();
            collect(part.journal(), false, all, causes);
        }
        all.sort(Comparator.comparingLong(JournalEntry::atNanos));
        Map<JournalEntry, Integer> numbers = new HashMap<>();
        List<JournalEntry> numbered = new ArrayList<>();
        for (JournalEntry entry : all) {
            JournalEntry cause = causes.get(entry);
            int because = cause == null ? Notes.NO_CAUSE : numbers.getOrDefault(cause, Notes.NO_CAUSE);
            numbers.put(entry, numbered.size());
            numbered.add(new JournalEntry(
                    numbered.size(),
                    entry.atNanos(),
                    entry.event(),
                    entry.subject(),
                    entry.who(),
                    entry.text(),
                    because));
        }
        return new Journal(numbered, dropped);
    }

    private static void collect(
            Journal journal, boolean tellsFaults, List<JournalEntry> all, Map<JournalEntry, JournalEntry> causes) {
        for (JournalEntry entry : journal.entries()) {
            if (tellsFaults || (entry.event() != Event.FAULT_BEGAN && entry.event() != Event.FAULT_OVER)) {
                all.add(entry);
                if (entry.cause() != Notes.NO_CAUSE) {
                    causes.put(entry, journal.entries().get(entry.cause()));
                }
            }
        }
    }

    /** Returns figures by component: what its callers saw of it, where all of them tell, beside what it says of itself. */
    Map<String, ComponentFigures> components() {
        Map<String, ComponentFigures> all = new TreeMap<>();
        Set<String> telling = new TreeSet<>();
        others.forEach(part -> telling.addAll(part.own().keySet()));
        seen.forEach((name, figures) -> {
            ComponentFigures sum =
                    telling.containsAll(callers.getOrDefault(name, Set.of())) ? figures : uncounted(figures);
            for (PartReport part : others) {
                ComponentFigures more = part.seen().get(name);
                sum = more == null ? sum : sum(sum, more);
            }
            for (PartReport part : others) {
                ComponentFigures itself = part.own().get(name);
                sum = itself == null ? sum : known(sum, itself);
            }
            all.put(name, sum);
        });
        return all;
    }

    private static ComponentFigures sum(ComponentFigures one, ComponentFigures other) {
        return new ComponentFigures(
                sum(one.arrivals(), other.arrivals()),
                sum(one.completions(), other.completions()),
                sum(one.outcomes(), other.outcomes()),
                null,
                null,
                null,
                null);
    }

    /** What one side does not know, both together do not. */
    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    private static @Nullable Map<String, Long> sum(@Nullable Map<String, Long> one, @Nullable Map<String, Long> other) {
        if (one == null || other == null) {
            return null;
        }
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return sum;
    }

    private static ComponentFigures uncounted(ComponentFigures seen) {
        return new ComponentFigures(
                null,
                null,
                null,
                seen.utilization(),
                seen.queueLength(),
                seen.waitingTime(),
                seen.responseTime(),
                seen.failovers());
    }

    private static ComponentFigures known(ComponentFigures seen, ComponentFigures itself) {
        return new ComponentFigures(
                seen.arrivals(),
                itself.completions(),
                seen.outcomes(),
                itself.utilization(),
                itself.queueLength(),
                itself.waitingTime(),
                itself.responseTime(),
                itself.failovers());
    }

    /** Returns the gauges of all parts. */
    Map<String, List<Double>> gauges() {
        Map<String, List<Double>> all = new TreeMap<>(shown);
        others.forEach(part -> all.putAll(part.gauges()));
        return all;
    }
}
