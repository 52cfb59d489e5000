package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.HopCost;

/**
 * What commits of a database with a synchronous standby cost: every other one waits for the primary alone, so that the part of both can be told
 * apart. After a failover there is no standby to wait for.
 */
final class Commits {
    private HopCost alone = HopCost.NONE;
    private HopCost together = HopCost.NONE;
    private boolean isNextAlone;

    /** Tells whether the next is to wait for the primary alone. */
    synchronized boolean isNextAlone() {
        isNextAlone = !isNextAlone;
        return isNextAlone;
    }

    /** One that waited for the primary alone took so long. */
    synchronized void alone(long nanos) {
        alone = alone.with((double) nanos);
    }

    /** One that waited for the standby too took so long, without the time that it is modelled to wait. */
    synchronized void together(long nanos) {
        together = together.with((double) nanos);
    }

    /** Returns how much longer the standby takes than it is modelled to. */
    synchronized HopCost ofStandby() {
        return together.minus(alone);
    }
}
