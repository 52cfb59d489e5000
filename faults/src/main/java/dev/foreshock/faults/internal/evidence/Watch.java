package dev.foreshock.faults.internal.evidence;

/** Looks at what one fault does in one place. Never fails: what cannot be seen is unknown. */
public interface Watch {
    /** Called just before the fault is applied. */
    default void begin() {}

    /** Called again and again, from when this was made until the fault is over. */
    default void glance() {}

    /** Called when the fault is about to be undone. */
    Finding end();
}
