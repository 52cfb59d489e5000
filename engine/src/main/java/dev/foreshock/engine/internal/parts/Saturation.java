package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;

/**
 * Notes when a component has no more capacity: all of it is busy and as many calls again are waiting, or its queue is full; and when a
 * queue that formed is full. Notes when the queue is empty again. Keeps quiet for a minute after the first note, then twice as long after each, up to
 * an hour, so that a component at its limit does not fill the journal.
 */
final class Saturation {
    private static final long FIRST_QUIET_NANOS = 60_000_000_000L;
    private static final long LONGEST_QUIET_NANOS = 60 * FIRST_QUIET_NANOS;

    private final Notes notes;
    private final String name;
    private final String capacity;
    private long quietNanos = FIRST_QUIET_NANOS;
    private int entry = Notes.NO_CAUSE;
    private boolean saturated;
    private boolean noted;
    private boolean full;
    private long quietUntil;
    private long fullQuietNanos = FIRST_QUIET_NANOS;
    private long fullQuietUntil;

    /**
     * Creates the notes of one component.
     *
     * @param capacity what it has a limited number of, such as "workers"
     */
    Saturation(Notes notes, String name, String capacity) {
        this.notes = notes;
        this.name = name;
        this.capacity = capacity;
    }

    void queued(int waiting, int available, int cause, long now) {
        if (!saturated && waiting >= available) {
            begin(available, " are busy and a queue forms", cause, now);
        }
    }

    void shed(int available, int cause, long now) {
        if (!saturated) {
            begin(available, " are busy and its queue is full: it turns calls away", cause, now);
        } else if (!full && now >= fullQuietUntil) {
            notes.add(Event.SATURATED, name + ": its queue is full: it turns calls away", cause(cause));
            fullQuietUntil = now + fullQuietNanos;
            fullQuietNanos = Math.min(LONGEST_QUIET_NANOS, 2 * fullQuietNanos);
        }
        full = true;
    }

    private void begin(int available, String what, int cause, long now) {
        saturated = true;
        noted = now >= quietUntil;
        if (noted) {
            entry = notes.add(Event.SATURATED, name + ": all " + available + " " + capacity + what, cause);
            quietUntil = now + quietNanos;
            quietNanos = Math.min(LONGEST_QUIET_NANOS, 2 * quietNanos);
        }
    }

    void emptied(long now) {
        if (saturated && noted && now >= quietUntil) {
            notes.add(Event.RELIEVED, name + ": its queue is empty again", entry);
        }
        saturated = false;
        full = false;
    }

    /** Returns the entry that explains a crash now: the present saturation, or else {@code otherwise}. */
    int cause(int otherwise) {
        return saturated && entry != Notes.NO_CAUSE ? entry : otherwise;
    }
}
