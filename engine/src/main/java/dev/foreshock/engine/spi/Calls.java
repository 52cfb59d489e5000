package dev.foreshock.engine.spi;

import dev.foreshock.engine.result.Outcome;

/**
 * The calls under way, each a node in a tree, addressed by number. A number is valid from {@link Component#arrive} until
 * {@link #respond}.
 */
public interface Calls {
    /** Answers a call. The number must not be used afterwards. */
    void respond(int call, Outcome outcome);

    /**
     * Answers a call as wanted and takes over what it asked for, to be worked on later. The number of the call must not be
     * used afterwards.
     *
     * @return the number of a call that stands for the work: nobody waits for it, it has no deadline, did not arrive, and
     *     has a key of its own that follows from the answered call's. It must be ended with {@link #finish}.
     */
    int takeOver(int call);

    /** Gives work that was taken over a new key, as for another attempt at it. */
    void renew(int work);

    /** Ends work that was taken over, and the calls made for it. The number must not be used afterwards. */
    void finish(int work);

    /** Returns a key that identifies the call in this replication: the same in every variant of the scenario. */
    long key(int call);

    /**
     * Returns a key that identifies what the call asks for: that of the first try for a refresh by the user and for a retry by
     * any caller on the way, and {@link #key} for what was tried once.
     */
    long wish(int call);

    /** Returns the class of requests the call belongs to, as numbered by {@link Workbench#request}; 0 if it has none. */
    int request(int call);

    /** Returns the number of the session the call belongs to: users are numbered in order of their arrival, per class. */
    long session(int call);

    /** Tells whether nobody waits for the answer any more. */
    boolean abandoned(int call);

    /** Returns the time after which the answer is of no use, in nanoseconds; {@link Long#MAX_VALUE} if none was passed on. */
    long deadlineNanos(int call);

    /** Returns when the call arrived at the component that holds it, in nanoseconds. */
    long arrivedNanos(int call);

    /** Says which replica of the component holds the call, from 0; the first if nothing is said. */
    void heldBy(int call, int replica);

    /** Returns the number that the component stored with the call; 0 at first. */
    int note(int call);

    /** Stores a number with the call for the component that holds it. */
    void note(int call, int value);
}
