package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says when it was known what to do: with the last finding before the action that mitigated, or with the last step that only
 * looked, be it in vain, and was over when the step of that action began. What follows until the action is preparing it.
 */
final class Diagnosis {
    private final Journal journal;
    private final Phases phases;

    private Diagnosis(Exemplar run) {
        journal = run.journal();
        phases = run.phases();
    }

    /** Returns the end in nanoseconds since the start of the run, or null where nothing was done about it or nobody looked. */
    static @Nullable Long end(Exemplar run) {
        return new Diagnosis(run).end();
    }

    private @Nullable Long end() {
        Long found = phases.diagnose();
        Long mitigate = phases.mitigate();
        if (mitigate == null) {
            return found;
        }
        long looked = lastLook(prepared(mitigate).map(JournalEntry::atNanos).orElse(mitigate));
        return found == null ? (looked < 0 ? null : Long.valueOf(looked)) : Long.valueOf(Math.max(found, looked));
    }

    /** The step whose action mitigated, where it began. An action that nobody took, such as an automatic one, has none. */
    private Optional<JournalEntry> prepared(long mitigate) {
        Set<Integer> causes = journal.of(Event.ACTED)
                .filter(acted -> acted.atNanos() == mitigate)
                .map(JournalEntry::cause)
                .collect(Collectors.toSet());
        return journal.of(Event.STEP_BEGAN)
                .filter(begun -> causes.contains(begun.id()))
                .min(Comparator.comparingInt(JournalEntry::id));
    }

    /** Returns when the last step that did nothing was over by then; -1 if there was none. */
    private long lastLook(long until) {
        Set<Integer> acting = journal.of(Event.ACTED).map(JournalEntry::cause).collect(Collectors.toSet());
        return journal.of(Event.STEP_DONE)
                .filter(done -> done.atNanos() <= until)
                .filter(done -> journal.of(Event.STEP_BEGAN)
                        .filter(begun ->
                                begun.id() < done.id() && begun.subject().equals(done.subject()))
                        .max(Comparator.comparingInt(JournalEntry::id))
                        .filter(begun -> !acting.contains(begun.id()))
                        .isPresent())
                .mapToLong(JournalEntry::atNanos)
                .max()
                .orElse(-1);
    }
}
