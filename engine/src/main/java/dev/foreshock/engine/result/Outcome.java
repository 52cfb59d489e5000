package dev.foreshock.engine.result;

import java.util.Locale;

/** How a request ended for its caller. */
public enum Outcome {
    /** Answered as wanted. */
    OK,
    /** Answered with an error, because something it depends on failed. */
    ERROR,
    /** Turned away: no room, not admitted, or waited too long for what the component allows. */
    SHED,
    /** No connection: the component is down. */
    REFUSED,
    /** The component crashed while it was in there. */
    RESET,
    /** Not answered in time. */
    TIMED_OUT,
    /** The caller stopped waiting for a reason of its own. */
    CANCELLED;

    private static final Outcome[] ALL = values();

    /** Returns how many there are. */
    public static int count() {
        return ALL.length;
    }

    /** Returns its number, from 0. */
    @SuppressWarnings("EnumOrdinal") // a dense index into arrays of counts; it never leaves the process
    public int index() {
        return ordinal();
    }

    /** Returns the outcome with this {@link #index}. */
    public static Outcome at(int index) {
        return ALL[index];
    }

    /** Returns the stable name in results. */
    public String text() {
        return switch (this) {
            case OK -> "ok";
            case TIMED_OUT -> "timedOut";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
