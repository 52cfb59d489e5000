package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.undo.Change;

/** Keeps what a run has made on servers, and an eye on it. */
interface Keeper {
    /** Renews a lease from now on. */
    void keep(String server, String lease);

    /** Looks from now on whether a change still stands, on a server that keeps no lease. */
    void watch(Change.OnServer change);

    /** Looks no more whether a change stands, as it is undone. */
    void forget(Change.OnServer change);

    /** Renews nothing any more, and looks at nothing. */
    void release();
}
