package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;

/** On which side of its limit the interval of a claim lies. */
public final class Sides {
    private Sides() {}

    /**
     * Returns passed where the whole interval is on the good side, deviated where all of it is on the bad one, inconclusive where
     * it lies on both.
     *
     * @param margin what was observed, less the limit
     */
    public static Verdict of(Claim claim, Estimate margin) {
        boolean low = claim.comparison().holds(margin.low(), 0, claim.tolerance());
        boolean high = claim.comparison().holds(margin.high(), 0, claim.tolerance());
        if (low && high) {
            return Verdict.PASSED;
        }
        boolean straddles = low || high || (margin.low() < 0 && margin.high() > 0);
        return straddles ? Verdict.INCONCLUSIVE : Verdict.DEVIATED;
    }
}
