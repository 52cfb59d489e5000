package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the change that set an incident in motion. */
public final class RootCause {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private RootCause() {}

    /**
     * Returns the first crash on the chain of causes behind the first page, or else the first crash before users felt it;
     * where nothing crashed, the first saturation in the same way.
     */
    public static Optional<JournalEntry> of(Exemplar run) {
        if (run.impacts().isEmpty() && run.incident() == null) {
            return Optional.empty();
        }
        long until = latest(run.phases());
        List<JournalEntry> chain = chain(run.journal());
        return first(chain, Event.CRASHED, until)
                .or(() -> first(run.journal().entries(), Event.CRASHED, until))
                .or(() -> first(chain, Event.SATURATED, until))
                .or(() -> first(run.journal().entries(), Event.SATURATED, until));
    }

    /** Tells whether the recorded causes of the first page lead back to {@code cause}. */
    public static boolean isOnChain(Exemplar run, JournalEntry cause) {
        return chain(run.journal()).contains(cause);
    }

    /** An alert can come before the crash that it foresaw; impacts are known to the minute. */
    private static long latest(Phases phases) {
        Long detect = phases.detect();
        Long trigger = phases.trigger();
        long detected = detect == null ? 0 : detect;
        long triggered = trigger == null ? 0 : trigger + MINUTE_NANOS;
        return detect == null && trigger == null ? Long.MAX_VALUE : Math.max(detected, triggered);
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
