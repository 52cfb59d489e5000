package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Hop;

/** Carries the calls of one part to those who answer them. Called by the thread of the part. */
public interface Carrier {
    /** Sends a call. */
    void send(long ticket, Hop hop);

    /** Stops a call that nobody waits for. */
    void stop(long ticket);

    /** Sends no more. */
    void close();
}
