package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.live.PartReport;
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
import java.util.TreeMap;

/**
 * Puts together what the parts of one run saw.
 *
 * @param own the journal of the users' part
 * @param seen what users saw of components
 * @param shown gauges of the users' part
 * @param others the other parts
 */
record Gathering(
        Journal own,
        Map<String, ComponentFigures> seen,
        Map<String, List<Double>> shown,
        Collection<PartReport> others) {
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

    /** Returns figures by component: what its callers saw of it, beside what it says of itself. */
    Map<String, ComponentFigures> components() {
        Map<String, ComponentFigures> all = new TreeMap<>();
        seen.forEach((name, figures) -> {
            ComponentFigures sum = figures;
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
        Map<String, Long> outcomes = new TreeMap<>(one.outcomes());
        other.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        return new ComponentFigures(
                one.arrivals() + other.arrivals(),
                one.completions() + other.completions(),
                outcomes,
                null,
                null,
                null,
                null);
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
