package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;

/**
 * Notes when all workers are busy and as many requests again are waiting, and when the queue is empty again; at most once a
 * minute, so that a server at its limit does not fill the journal.
 */
final class Saturation {
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final Notes notes;
    private final String name;
    private int entry = Notes.NO_CAUSE;
    private boolean saturated;
    private boolean noted;
    private long quietUntil;

    Saturation(Notes notes, String name) {
        this.notes = notes;
        this.name = name;
    }

    void queued(int waiting, int workers, int cause, long now) {
        if (saturated || waiting < workers) {
            return;
        }
        saturated = true;
        noted = now >= quietUntil;
        if (noted) {
            entry = notes.add(
                    Event.SATURATED, name + ": all " + workers + " workers are busy and a queue forms", cause);
            quietUntil = now + QUIET_NANOS;
        }
    }

    void emptied(long now) {
        if (saturated && noted && now >= quietUntil) {
            notes.add(Event.RELIEVED, name + ": its queue is empty again", entry);
        }
        saturated = false;
    }

    /** Returns the entry that explains a crash now: the present saturation, or else {@code otherwise}. */
    int cause(int otherwise) {
        return saturated && entry != Notes.NO_CAUSE ? entry : otherwise;
    }
}
