package dev.foreshock.engine.internal.kernel;

/**
 * The future event list: a total order by (time, insertion). Keys must be pushed in rising order, so that
 * insertion order is key order. Keys must be positive, times not negative. Cancelling is forgetting: a key that
 * its {@link Liveness} no longer knows is never popped, and there is no remove.
 */
public interface EventQueue {
    /**
     * Adds an event. It should not be earlier than the last event popped, nor than a limit up to which nothing
     * was left: the order is right even so, but may be slow to find.
     */
    void push(long timeNanos, long key);

    /**
     * Moves the earliest live event not later than {@code limitNanos} into {@code into}.
     *
     * @return false if there is none; {@code into} is then unchanged, and later events stay where they are
     */
    boolean pop(long limitNanos, Event into);

    /** Returns the time of the earliest live event, which stays where it is; {@link Long#MAX_VALUE} if there is none. */
    long earliest();
}
