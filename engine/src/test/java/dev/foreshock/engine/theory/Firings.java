package dev.foreshock.engine.theory;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.List;

/** When one monitor began and stopped firing. */
final class Firings {
    private final List<Long> begun = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();

    Firings(Journal journal, String monitor) {
        if (journal.dropped() > 0) {
            throw new IllegalStateException("a journal must be whole to be read, but lost " + journal.dropped());
        }
        for (JournalEntry entry : journal.entries()) {
            if (entry.subject().equals(monitor) && entry.event() == Event.FIRING) {
                begun.add(entry.atNanos());
            } else if (entry.subject().equals(monitor) && entry.event() == Event.RESOLVED) {
                ended.add(entry.atNanos());
            }
        }
    }

    /** Returns when it first fired, in seconds. */
    double firstSeconds() {
        return begun.get(0) / 1e9;
    }

    /** Returns when it first stopped firing, in seconds. */
    double firstResolvedSeconds() {
        return ended.get(0) / 1e9;
    }

    /** Returns the mean time until it fires, from the start and from every time it stopped, in seconds. */
    double meanToFireSeconds() {
        double sum = begun.get(0);
        for (int i = 1; i < begun.size(); i++) {
            sum += begun.get(i) - ended.get(i - 1);
        }
        return sum / begun.size() / 1e9;
    }

    /** Returns for how long it fired until {@code endNanos}, in seconds. */
    double firingSeconds(long endNanos) {
        double sum = 0;
        for (int i = 0; i < begun.size(); i++) {
            sum += (i < ended.size() ? ended.get(i) : endNanos) - begun.get(i);
        }
        return sum / 1e9;
    }
}
