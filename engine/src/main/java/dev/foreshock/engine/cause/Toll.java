package dev.foreshock.engine.cause;

import dev.foreshock.engine.result.Estimate;

/**
 * What an impact costs, in the mean over replications.
 *
 * @param outageSeconds all impacts together
 * @param usersAffectedShare affected users as a share of the population; 0 where nobody came
 * @param crashes crashes of all components
 */
public record Toll(Estimate outageSeconds, Estimate usersAffectedShare, Estimate crashes) {
    /** From this share of affected users on, there is something to explain though no minute is an impact. */
    public static final double WORTH_EXPLAINING = 0.01;

    /** Tells whether there is something to explain: an outage in some replication, or 1 % of the users affected. */
    public boolean isWorthExplaining() {
        return outageSeconds.value() > 0 || usersAffectedShare.value() >= WORTH_EXPLAINING;
    }
}
