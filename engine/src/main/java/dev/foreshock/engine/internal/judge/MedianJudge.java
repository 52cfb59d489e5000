package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Comparison;

/**
 * Judges a claim about a mean where some replications never come to what is measured, so that there is no mean. Those that never
 * come lie beyond any limit; the median over all of them, with its interval by order statistics, says what the others can prove.
 *
 * <ul>
 *   <li>An upper limit deviates if the median lies beyond it. It never passes: a part never comes.
 *   <li>A lower limit passes if the median lies beyond it, and never deviates.
 * </ul>
 */
final class MedianJudge {
    private final Claim claim;
    private final Ended look;

    MedianJudge(Claim claim, Ended look) {
        this.claim = claim;
        this.look = look;
    }

    /** Returns the verdict on what was observed less its limits, some of it infinite. */
    Verdict verdict(double... margins) {
        return !isBeyond(margins) ? Verdict.INCONCLUSIVE : isLowerLimit() ? Verdict.PASSED : Verdict.DEVIATED;
    }

    /** Tells whether more replications can decide. They cannot if the median lies on this side of the limit. */
    boolean isOpen(double... margins) {
        for (double margin : margins) {
            if (Double.isNaN(margin) || margin == Double.NEGATIVE_INFINITY) {
                return false; // held against a baseline in which it never came
            }
        }
        boolean isInfinite = false;
        for (double margin : margins) {
            isInfinite |= Double.isInfinite(margin);
        }
        return !isInfinite || median(margins).high() > tolerance();
    }

    private boolean isBeyond(double... margins) {
        for (double margin : margins) {
            if (Double.isNaN(margin) || margin == Double.NEGATIVE_INFINITY) {
                return false;
            }
        }
        double low = median(margins).low();
        return isLowerLimit() ? claim.comparison().holds(low, 0, 0) : low > tolerance() || isOnOpenLimit(low);
    }

    private boolean isOnOpenLimit(double low) {
        return claim.comparison() == Comparison.BELOW && low == 0;
    }

    private double tolerance() {
        return claim.comparison() == Comparison.EQUAL ? claim.tolerance() : 0;
    }

    private boolean isLowerLimit() {
        return claim.comparison() == Comparison.ABOVE || claim.comparison() == Comparison.AT_LEAST;
    }

    private Estimate median(double... margins) {
        return Estimate.quantile(look.confidence(), 0.5, margins);
    }
}
