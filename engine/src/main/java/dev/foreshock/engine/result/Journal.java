package dev.foreshock.engine.result;

import java.util.List;
import java.util.stream.Stream;

/**
 * The record of state changes with their causes, in order of time.
 *
 * @param entries the changes
 * @param dropped changes that were not kept because the journal was full
 */
public record Journal(List<JournalEntry> entries, long dropped) {
    /** Copies the list. */
    public Journal {
        entries = List.copyOf(entries);
    }

    /** Returns the changes of one kind. */
    public Stream<JournalEntry> of(JournalEntry.Event event) {
        return entries.stream().filter(entry -> entry.event() == event);
    }
}
