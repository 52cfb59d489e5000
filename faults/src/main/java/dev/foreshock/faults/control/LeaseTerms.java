package dev.foreshock.faults.control;

import java.time.Duration;

/**
 * Under which lease of a server a change is made: when that ends, the server undoes the change.
 *
 * @param lease the name of the lease
 * @param opens whether the change opens it; else it must be there, so that a change that comes after its end is not made
 * @param lasts where it opens the lease: how long that lasts unless it is renewed; else how long the change may stand, whoever
 *     renews
 * @param connections where it opens the lease: how many connections may be struck under it at most, or {@link #ALL}
 */
public record LeaseTerms(String lease, boolean opens, Duration lasts, int connections) {
    /** That every connection may be struck. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Checks the time. */
    public LeaseTerms {
        if (lasts.isZero() || lasts.isNegative()) {
            throw new IllegalArgumentException("the time of a lease must be positive, but was " + lasts);
        }
    }
    /** Returns terms that open a lease. */
    public static LeaseTerms opening(String lease, Duration ttl, int connections) {
        return new LeaseTerms(lease, true, ttl, connections);
    }

    /** Returns terms for a change under a lease that is there. */
    public static LeaseTerms under(String lease, Duration most) {
        return new LeaseTerms(lease, false, most, ALL);
    }
}
