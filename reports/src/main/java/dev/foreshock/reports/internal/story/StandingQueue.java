package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.TimeSeries;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a full component waits for: something further down whose queue is longer than it ever was on that day before.
 *
 * <p>What is full for moments every now and then is soon noted rarely, so that the journal may have nothing to say when it is full
 * for good; the series of its queue has.
 */
final class StandingQueue {
    private static final String WAITING = ".waiting";
    private static final int NO_ENTRY = -1;

    private final Journal journal;
    private final TimeSeries series;

    StandingQueue(Journal journal, TimeSeries series) {
        this.journal = journal;
        this.series = series;
    }

    /**
     * Returns what of {@code parts} had no more room when {@code full} was noted, the one that had none for the longest time, with
     * the point in time from which its queue was longer than ever before {@code fromNanos}, known to a bin of the series.
     */
    Optional<JournalEntry> behind(JournalEntry full, long fromNanos, Set<String> parts) {
        return parts.stream()
                .filter(part -> !part.equals(full.subject()))
                .sorted()
                .flatMap(part -> standing(part, full.atNanos(), fromNanos).stream())
                .min(Comparator.comparingLong(JournalEntry::atNanos));
    }

    private Optional<JournalEntry> standing(String part, long atNanos, long fromNanos) {
        List<Double> waiting = series.gauges().getOrDefault(part + WAITING, List.of());
        int now = (int) (atNanos / series.binNanos());
        int before = (int) (fromNanos / series.binNanos());
        if (now >= waiting.size() || before > now) {
            return Optional.empty();
        }
        double most = waiting.subList(0, before).stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        int since = now + 1;
        while (since > before && waiting.get(since - 1) > most) {
            since--;
        }
        return since > now ? Optional.empty() : noted(part, atNanos, Math.max(fromNanos, since * series.binNanos()));
    }

    /** Returns the last note that a part was full; if it was full for good only later, as of then, and no entry of the journal. */
    private Optional<JournalEntry> noted(String part, long untilNanos, long sinceNanos) {
        return journal.of(Event.SATURATED)
                .filter(entry -> entry.subject().equals(part) && entry.atNanos() <= untilNanos)
                .reduce((first, last) -> last)
                .map(entry -> entry.atNanos() >= sinceNanos
                        ? entry
                        : new JournalEntry(NO_ENTRY, sinceNanos, entry.event(), part, part, entry.text(), NO_ENTRY));
    }
}
