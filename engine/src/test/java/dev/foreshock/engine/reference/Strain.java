package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.JournalEntry.Event;

/**
 * Notes when something has no more capacity and when its queue is empty again; keeps quiet for a minute after the first note,
 * twice as long after each further one, up to an hour.
 */
final class Strain {
    private static final long MINUTE = 60_000_000_000L;

    private final Part part;
    private final String name;
    private final String capacity;
    private long quiet = MINUTE;
    private long quietUntil;
    private int entry = Diary.NO_CAUSE;
    private boolean strained;
    private boolean noted;
    private long fullQuiet = MINUTE;
    private long fullQuietUntil;
    private boolean isFull;

    Strain(Part part, String name, String capacity) {
        this.part = part;
        this.name = name;
        this.capacity = capacity;
    }

    /** As many wait as there is capacity, or more. */
    void queued(int waiting, int available, int cause) {
        if (waiting >= available) {
            begin("all " + available + " " + capacity + " are busy and a queue forms", cause);
        }
    }

    /** Somebody was turned away: at once, or after a queue had formed. The latter has a silence of its own. */
    void full(int available, int cause) {
        if (strained && !isFull && part.agenda.now() >= fullQuietUntil) {
            part.note(Event.SATURATED, name + ": its queue is full: it turns calls away", cause(cause));
            fullQuietUntil = part.agenda.now() + fullQuiet;
            fullQuiet = Math.min(60 * MINUTE, 2 * fullQuiet);
        }
        begin("all " + available + " " + capacity + " are busy and its queue is full: it turns calls away", cause);
        isFull = true;
    }

    private void begin(String what, int cause) {
        if (strained) {
            return;
        }
        strained = true;
        noted = part.agenda.now() >= quietUntil;
        if (noted) {
            entry = part.note(Event.SATURATED, name + ": " + what, cause);
            quietUntil = part.agenda.now() + quiet;
            quiet = Math.min(60 * MINUTE, 2 * quiet);
        }
    }

    void emptied() {
        if (strained && noted && part.agenda.now() >= quietUntil) {
            part.note(Event.RELIEVED, name + ": its queue is empty again", entry);
        }
        strained = false;
        isFull = false;
    }

    /** Returns the entry that explains trouble now: about the present strain, or else {@code otherwise}. */
    int cause(int otherwise) {
        return strained && entry != Diary.NO_CAUSE ? entry : otherwise;
    }
}
