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
import java.util.function.Predicate;

/**
 * Finds what failed first in an incident. That is where it became visible, and not what brought it about: only a run
 * without a part shows what the outage needed it for.
 */
public final class FailedFirst {
    static final long MINUTE_NANOS = 60_000_000_000L;

    private FailedFirst() {}

    /** Returns the first crash or, where nothing crashed, breakdown or else saturation, if there was anything to fail of. */
    public static Optional<JournalEntry> of(Exemplar run) {
        return crash(run).or(() -> first(run, Event.BROKE)).or(() -> first(run, Event.SATURATED));
    }

    /**
     * Returns the first crash on the chain of recorded causes behind the first page, or else the first one before users felt
     * it, or else the first while they did.
     */
    static Optional<JournalEntry> crash(Exemplar run) {
        return first(run, Event.CRASHED)
                .or(() -> run.impacts().stream()
                        .findFirst()
                        .flatMap(impact -> first(
                                run.journal().entries(),
                                entry -> entry.event() == Event.CRASHED && entry.atNanos() <= impact.endNanos())));
    }

    private static Optional<JournalEntry> first(Exemplar run, Event event) {
        if (run.impacts().isEmpty() && run.incident() == null) {
            return Optional.empty();
        }
        long until = untilFelt(run.phases());
        Predicate<JournalEntry> isOne = entry -> entry.event() == event && entry.atNanos() <= until;
        return first(behindPage(run.journal()), isOne)
                .or(() -> first(run.journal().entries(), isOne));
    }

    /** An alert can come before the crash that it foresaw; impacts are known to the minute. */
    static long untilFelt(Phases phases) {
        Long detect = phases.detect();
        Long trigger = phases.trigger();
        long detected = detect == null ? 0 : detect;
        long triggered = trigger == null ? 0 : trigger + MINUTE_NANOS;
        return detect == null && trigger == null ? Long.MAX_VALUE : Math.max(detected, triggered);
    }

    /** Returns where a fault was over; empty if it was not. */
    static Optional<JournalEntry> over(Journal journal, JournalEntry began) {
        return journal.of(Event.FAULT_OVER)
                .filter(entry -> entry.cause() == began.id())
                .findFirst();
    }

    private static List<JournalEntry> behindPage(Journal journal) {
        return journal.of(Event.PAGED)
                .findFirst()
                .map(page -> behind(journal, page))
                .orElse(List.of());
    }

    /** Returns the recorded causes of {@code entry}, the first of them first and itself last. */
    static List<JournalEntry> behind(Journal journal, JournalEntry entry) {
        Deque<JournalEntry> chain = new ArrayDeque<>();
        Optional<JournalEntry> link = Optional.of(entry);
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

    private static Optional<JournalEntry> first(List<JournalEntry> entries, Predicate<JournalEntry> isOne) {
        return entries.stream().filter(isOne).findFirst();
    }
}
