package dev.foreshock.engine.cause;

import dev.foreshock.engine.compare.Differences;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.result.Estimate;

/**
 * What it changes to take one cause away.
 *
 * @param cause the cause
 * @param left what happens without it
 * @param change what that is less, replication for replication on the same users and draws
 * @param outageShare the share of the outage that goes with it; negative where there is more without it, NaN where there is none
 * @param usersShare the share of the affected users that goes with it; NaN where there are none
 */
public record Effect(Cause cause, Toll left, Differences change, double outageShare, double usersShare) {
    private static final double NEXT_TO_NOTHING = 0.005;

    /** What can be said of a cause. */
    public enum Finding {
        /** Without it there is less. */
        WORSENS,
        /** Without it there is more. */
        HELPS,
        /** Without it nothing changes, or less than half a percent. */
        NO_DIFFERENCE,
        /** The interval of the change goes both ways. */
        UNCLEAR
    }

    /**
     * Returns what can be said: by the outage, or else by the affected users. Where users do not come, the share of those
     * affected is one of other users, so that only the outage counts if there is one.
     */
    public Finding finding() {
        boolean isByOutageAlone = cause.kind() == Influence.TRAFFIC && !Double.isNaN(outageShare);
        boolean areUsersTold = !isByOutageAlone && !isSmall(usersShare);
        Finding byOutage = isSmall(outageShare) ? Finding.NO_DIFFERENCE : sign(change.outageSeconds());
        if (byOutage == Finding.WORSENS || byOutage == Finding.HELPS) {
            return byOutage;
        }
        return areUsersTold ? sign(change.usersAffectedShare()) : byOutage;
    }

    /** Returns the share of the impact that goes with it: of the outage, or of the affected users where there is no outage. */
    public double share() {
        return Double.isNaN(outageShare) ? usersShare : outageShare;
    }

    private static boolean isSmall(double share) {
        return !(Math.abs(share) >= NEXT_TO_NOTHING);
    }

    private static Finding sign(Estimate change) {
        if (change.high() < 0) {
            return Finding.WORSENS;
        }
        return change.low() > 0 ? Finding.HELPS : Finding.UNCLEAR;
    }
}
