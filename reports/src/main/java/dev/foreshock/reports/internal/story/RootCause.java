package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the change that set an incident in motion. */
final class RootCause {
    private RootCause() {}

    /**
     * Returns the first crash on the chain of causes behind the first page, or else its first saturation; without such a
     * chain the first crash or saturation before the page.
     */
    static Optional<JournalEntry> of(RunResult run) {
        if (run.impacts().isEmpty() && run.incident() == null) {
            return Optional.empty();
        }
        Long detect = run.phases().detect();
        long until = detect == null ? Long.MAX_VALUE : detect;
        List<JournalEntry> chain = chain(run.journal());
        return first(chain, Event.CRASHED, until)
                .or(() -> first(chain, Event.SATURATED, until))
                .or(() -> first(run.journal().entries(), Event.CRASHED, until))
                .or(() -> first(run.journal().entries(), Event.SATURATED, until));
    }

    private static List<JournalEntry> chain(Journal journal) {
        Deque<JournalEntry> chain = new ArrayDeque<>();
        Optional<JournalEntry> link = journal.of(Event.PAGED).findFirst();
        while (link.isPresent()) {
            chain.addFirst(link.get());
            link = earlier(journal, link.get());
        }
        return List.copyOf(chain);
    }

    private static Optional<JournalEntry> earlier(Journal journal, JournalEntry entry) {
        return entry.cause() < 0 || entry.cause() >= entry.id()
                ? Optional.empty()
                : journal.entries().stream()
                        .filter(other -> other.id() == entry.cause())
                        .findFirst();
    }

    private static Optional<JournalEntry> first(List<JournalEntry> entries, Event event, long untilNanos) {
        return entries.stream()
                .filter(entry -> entry.event() == event && entry.atNanos() <= untilNanos)
                .findFirst();
    }
}
