package dev.foreshock.engine.internal.kernel;

/** A popped event: a mutable carrier that its owner reuses, so that popping allocates nothing. */
public final class Event {
    /** When it is due. */
    public long timeNanos;
    /** The timer key it was pushed with. */
    public long key;
}
