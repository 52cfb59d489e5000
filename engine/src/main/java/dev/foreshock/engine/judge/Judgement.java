package dev.foreshock.engine.judge;

import dev.foreshock.engine.result.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A claim with what was observed and what follows.
 *
 * @param name the claim's name in the file
 * @param claim the claim, with its limit resolved where it hangs on a baseline
 * @param observed the mean of the measure over the replications, or null if it was not observed in all of them; in the
 *     base unit of the measure
 * @param median where the measure was never reached in some replications, its median over all of them, those counted as
 *     infinite, with the interval by order statistics, whose ends are infinite where they are unknown; otherwise null
 * @param holds the share of replications in which the claim holds, with its Wilson interval
 * @param neverShare the share of replications in which the measure was never reached
 * @param isAtLeast whether it counts time of impacts, and one lasted when some replication ended: what was observed is then the
 *     least that it can be
 * @param verdict the verdict
 * @param reason why it could not be evaluated, why more replications would not decide it, or a remark such as n=1; empty when there is nothing to say
 */
public record Judgement(
        String name,
        Claim claim,
        @Nullable Estimate observed,
        @Nullable Estimate median,
        Estimate holds,
        double neverShare,
        boolean isAtLeast,
        Verdict verdict,
        String reason) {
    /** Tells whether more replications would leave the verdict as it is. */
    public boolean isSettled() {
        return verdict != Verdict.INCONCLUSIVE || !reason.isEmpty();
    }

    /** Returns the share of replications in which the measure was reached, with its Wilson interval. */
    public Estimate reached() {
        int n = holds.n();
        return Estimate.share((int) Math.round((1 - neverShare) * n), n);
    }
}
