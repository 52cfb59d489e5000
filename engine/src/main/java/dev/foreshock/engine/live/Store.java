package dev.foreshock.engine.live;

import dev.foreshock.engine.fault.ComponentEffect;

/**
 * Carries out for real what the queries of a database ask for, with a real standby in place of the modelled one. Called by the thread of
 * the part, from within its methods: nothing may wait here, nor call the part back before it has returned.
 */
public non-sealed interface Store extends Behind {
    /**
     * Carries out a query that has a connection and whose time is over; what came of it goes to {@link ComponentPart#carriedOut}.
     *
     * @param ticket names it, unlike any other of this part
     * @param key names the call that it is made for
     * @param writes whether it writes
     */
    void carryOut(long ticket, long key, boolean writes);

    /** A fault begins or ends that kills or stops the primary. */
    void struck(ComponentEffect effect, boolean begins);

    /** Tells whether calls reach a primary, as far as is known. */
    boolean isUp();
}
