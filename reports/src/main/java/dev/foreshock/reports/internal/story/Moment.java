package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Entries of one instant that belong together, such as the end of a step, its actions and what was learned. Mutable. */
final class Moment {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Set<Integer> ids = new TreeSet<>();
    private int times = 1;
    private long lastNanos;

    Moment(JournalEntry first) {
        add(first);
    }

    void add(JournalEntry entry) {
        entries.add(entry);
        ids.add(entry.id());
        lastNanos = entry.atNanos();
    }

    /** Tells whether {@code entry} belongs here too. The beginning of a step opens a moment of its own. */
    boolean takes(JournalEntry entry) {
        JournalEntry first = entries.get(0);
        return entry.event() != Event.STEP_BEGAN
                && entry.atNanos() == first.atNanos()
                && (ids.contains(entry.cause())
                        || (entry.cause() >= 0 && entry.cause() == first.cause())
                        || (entry.subject().equals(first.subject())
                                && entry.who().equals(first.who())));
    }

    /** Counts a repetition instead of telling it again. */
    void repeat(Moment again) {
        times++;
        lastNanos = again.lastNanos;
        ids.addAll(again.ids);
    }

    long atNanos() {
        return entries.get(0).atNanos();
    }

    long lastNanos() {
        return lastNanos;
    }

    int times() {
        return times;
    }

    boolean contains(int id) {
        return ids.contains(id);
    }

    boolean has(Event event) {
        return of(event).findAny().isPresent();
    }

    Stream<JournalEntry> of(Event event) {
        return entries.stream().filter(entry -> entry.event() == event);
    }

    /** Returns the entries that are put into words. */
    List<JournalEntry> told() {
        boolean pages = has(Event.PAGED);
        return entries.stream()
                .filter(entry -> Weights.of(entry.event()) < Weights.SILENT)
                .filter(entry -> !(pages && entry.event() == Event.FIRING))
                .toList();
    }

    int weight() {
        return entries.stream()
                .mapToInt(entry -> Weights.of(entry.event()))
                .min()
                .orElse(Weights.SILENT);
    }

    boolean isTurn() {
        return entries.stream().anyMatch(entry -> Weights.isTurn(entry.event()));
    }

    /** Returns what makes another moment a repetition of this one; empty if nothing can be. */
    String sameness() {
        List<JournalEntry> told = told();
        boolean repeatable = told.size() == 1
                && switch (told.get(0).event()) {
                    case SATURATED, CRASHED, UP, FIRING, PAGED, NOTED, STEP_SKIPPED -> true;
                    default -> false;
                };
        return repeatable
                ? told.get(0).event() + " " + told.get(0).subject() + " "
                        + told.get(0).who()
                : "";
    }
}
