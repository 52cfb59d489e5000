package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers a journal into moments: what belongs together becomes one, and so does what repeats itself. */
final class Digest {
    private Digest() {}

    /** Returns the moments; those with a mark are told where they were, though the same was told before. */
    static List<Moment> of(Journal journal, Marks marks) {
        return withoutRepetitions(withoutLastGasps(gathered(journal), journal), marks);
    }

    private static List<Moment> gathered(Journal journal) {
        List<Moment> moments = new ArrayList<>();
        for (JournalEntry entry : journal.entries()) {
            companion(moments, entry)
                    .ifPresentOrElse(moment -> moment.add(entry), () -> moments.add(new Moment(entry)));
        }
        return moments;
    }

    private static Optional<Moment> companion(List<Moment> moments, JournalEntry entry) {
        for (int i = moments.size() - 1; i >= 0 && moments.get(i).atNanos() == entry.atNanos(); i--) {
            if (moments.get(i).takes(entry)) {
                return Optional.of(moments.get(i));
            }
        }
        return Optional.empty();
    }

    /** A server that is overwhelmed at once saturates just before it crashes: the crash says it all. */
    private static List<Moment> withoutLastGasps(List<Moment> moments, Journal journal) {
        Set<Integer> gasps = new HashSet<>();
        journal.of(Event.CRASHED).skip(1).forEach(crash -> gasps.add(crash.cause()));
        return moments.stream()
                .filter(moment -> !moment.has(Event.SATURATED)
                        || moment.of(Event.SATURATED).noneMatch(entry -> gasps.contains(entry.id())))
                .toList();
    }

    /** What happens again is counted where it was told first, until people change something. */
    private static List<Moment> withoutRepetitions(List<Moment> moments, Marks marks) {
        List<Moment> kept = new ArrayList<>();
        Map<String, Moment> firsts = new HashMap<>();
        for (Moment moment : moments) {
            if (moment.isTurn() || !marks.of(moment).isEmpty()) {
                firsts.clear();
            }
            String sameness = moment.sameness();
            Moment first = sameness.isEmpty() ? null : firsts.putIfAbsent(sameness, moment);
            if (first != null) {
                first.repeat(moment);
            } else if (moment.weight() < Weights.SILENT) {
                kept.add(moment);
            }
        }
        return kept;
    }
}
