package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;

/**
 * Counts dead messages and notes them: the first at once, then at most one note a minute, and from note to note in twice the
 * time, up to an hour.
 */
final class DeadMessages {
    private static final long FIRST_QUIET_NANOS = 60_000_000_000L;
    private static final long LONGEST_QUIET_NANOS = 60 * FIRST_QUIET_NANOS;

    private final Notes notes;
    private final String name;
    private long quietNanos = FIRST_QUIET_NANOS;
    private long quietUntil;
    private long count;

    DeadMessages(Notes notes, String name) {
        this.notes = notes;
        this.name = name;
    }

    long count() {
        return count;
    }

    /** Counts one more, whose calls failed {@code tries} times; {@code cause} is the entry that explains it. */
    void add(int tries, int cause, long now) {
        count++;
        if (now >= quietUntil) {
            String what = count == 1
                    ? "a message is dead: its calls failed " + tries + (tries == 1 ? " time" : " times")
                    : count + " messages are dead by now";
            notes.add(Event.NOTED, name + ": " + what, cause);
            quietUntil = now + quietNanos;
            quietNanos = Math.min(LONGEST_QUIET_NANOS, 2 * quietNanos);
        }
    }
}
