package dev.foreshock.engine.policy;

/** Decides whether a failed call may be tried again, from how its first attempts and its failures go. Owned by one thread. */
public interface RetryLimit {
    /** Counts a first attempt. */
    void firstAttempt();

    /** Counts a failed attempt, the first or a later one, before {@link #allowsRetry} is asked about it. */
    default void failed() {}

    /** Tells whether a retry may be sent, and takes what it costs if so. */
    boolean allowsRetry();
}
