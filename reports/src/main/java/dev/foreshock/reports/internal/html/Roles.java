package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Part;
import dev.foreshock.reports.internal.story.FailedFirst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which part of a system failed first in an incident, what crashed, and what reaches what.
 *
 * @param parts the parts of the system
 * @param first the component that failed first; empty if there was none
 * @param crashes how often each component crashed that did
 */
record Roles(List<Part> parts, String first, Map<String, Long> crashes) {
    Roles {
        parts = List.copyOf(parts);
        crashes = Map.copyOf(crashes);
    }

    static Roles of(Account runs) {
        Map<String, Long> crashes = new TreeMap<>();
        runs.exemplar().journal().of(Event.CRASHED).forEach(entry -> crashes.merge(entry.subject(), 1L, Long::sum));
        String first =
                FailedFirst.of(runs.exemplar()).map(JournalEntry::subject).orElse("");
        boolean isPart = runs.topology().stream().anyMatch(part -> part.name().equals(first));
        return new Roles(runs.topology(), isPart ? first : "", crashes);
    }

    /** Returns what calls {@code name}, directly or through others, and itself. */
    Set<String> callers(String name) {
        Set<String> callers = new TreeSet<>(Set.of(name));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Part part : parts) {
                if (!callers.contains(part.name()) && part.calls().stream().anyMatch(callers::contains)) {
                    callers.add(part.name());
                    grows = true;
                }
            }
        }
        return callers;
    }

    /** Returns what calls {@code name} directly. */
    List<String> direct(String name) {
        return parts.stream()
                .filter(part -> part.calls().contains(name))
                .map(Part::name)
                .toList();
    }

    /** Returns what became of a part, a word or two for each; none if nothing did. */
    List<String> fates(String name) {
        List<String> fates = new ArrayList<>();
        if (name.equals(first)) {
            fates.add("failed first");
        }
        long count = crashes.getOrDefault(name, 0L);
        if (count > 0) {
            fates.add(count == 1 ? "crashed" : "crashed " + count + "×");
        }
        return fates;
    }
}
