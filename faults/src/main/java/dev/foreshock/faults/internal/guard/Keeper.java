package dev.foreshock.faults.internal.guard;

/** Keeps leases of servers alive. */
interface Keeper {
    /** Renews a lease from now on. */
    void keep(String server, String lease);

    /** Renews nothing any more. */
    void release();
}
