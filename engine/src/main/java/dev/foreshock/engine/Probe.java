package dev.foreshock.engine;

import dev.foreshock.engine.result.Outcome;

/**
 * Sees every call of one replication: when it reached a component, when its service began, how it ended. For figures that
 * Foreshock does not collect by itself, such as the share of time with ten requests in a queue.
 *
 * <p>Called from the one thread that runs the replication, in the order of simulated time. A probe changes nothing: the
 * result is the same with and without it. Times are nanoseconds since the start of the run. A class of requests is empty
 * where requests are of none. A key names a call within its replication, the same in every variant of the scenario.
 */
public interface Probe {
    /** Sees nothing. */
    Probe NONE = new Probe() {};

    /** A user sent a request. */
    default void sent(String users, String request, long key, long nowNanos) {}

    /** A user's request ended {@code tookNanos} after it was sent: it was answered, or the user stopped waiting. */
    default void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {}

    /** A user left, who sends nothing any more; {@code session} is the one that the calls of a user have. */
    default void left(String users, long session, long nowNanos) {}

    /** A call reached {@code component}. */
    default void arrived(String component, String request, long key, long nowNanos) {}

    /** A call left a queue of {@code component} for service, {@code waitedNanos} after it arrived there. */
    default void began(String component, long waitedNanos, long nowNanos) {}

    /** {@code component} answered a call, {@code insideNanos} after it arrived; maybe when nobody waited any more. */
    default void answered(
            String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {}

    /** The workers of {@code component}, those of them that are busy, or the calls that wait for one, have changed. */
    default void occupied(String component, long workers, int busy, int waiting, long nowNanos) {}
}
