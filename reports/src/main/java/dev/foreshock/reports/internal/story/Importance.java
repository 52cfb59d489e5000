package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.Optional;

/** How much each moment of one run matters to its story. */
final class Importance {
    private static final long LONG_NANOS = 300_000_000_000L;

    private final Marks marks;
    private final long beginNanos;
    private final Optional<JournalEntry> firstPage;
    private final long effectNanos;
    private final Wording wording;

    Importance(Exemplar run, Chain chain, Marks marks, Wording wording) {
        this.wording = wording;
        this.marks = marks;
        Surge surge = chain.surge();
        beginNanos = surge == null ? 0 : surge.beginNanos();
        firstPage = run.journal().of(Event.PAGED).findFirst();
        Long effect = run.phases().effect();
        effectNanos = effect == null ? Long.MAX_VALUE : effect;
    }

    int of(Moment moment) {
        if (!marks.of(moment).isEmpty()) {
            return Weights.MUST;
        }
        if (moment.has(Event.PAGED)
                && firstPage.filter(page -> moment.contains(page.id())).isEmpty()) {
            return Weights.LEAST;
        }
        if ((moment.has(Event.SATURATED) || moment.has(Event.TRAFFIC)) && isBeside(moment)) {
            return Weights.LEAST;
        }
        if (moment.has(Event.STEP_DONE)) {
            return step(moment);
        }
        return moment.weight();
    }

    /** What saturates for a moment before anything began, or once users are served again, is no part of it. */
    private boolean isBeside(Moment moment) {
        return moment.atNanos() < beginNanos || moment.atNanos() > effectNanos;
    }

    /** What is done once users are served again matters less; what took long without helping explains where time went. */
    private int step(Moment moment) {
        boolean isLong =
                moment.of(Event.STEP_DONE).mapToLong(wording::stepNanos).sum() >= LONG_NANOS;
        if (moment.has(Event.ACTED)) {
            return moment.atNanos() > effectNanos ? 2 : Weights.MUST;
        }
        return isLong || moment.has(Event.LEARNED) ? 1 : Weights.LEAST;
    }
}
