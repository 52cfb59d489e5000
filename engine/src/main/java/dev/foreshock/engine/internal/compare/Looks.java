package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;

/**
 * When a share of draws is looked at, and what a look says.
 *
 * <p>Early looks need z = 3.29, the planned last one z = 1.96 (Haybittle 1971, Peto and others 1976).
 */
final class Looks {
    /** The standard score of an early look: an error of 0.1 %. */
    static final double EARLY = 3.29;

    /** The standard score of the last look: an error of 5 %. */
    static final double LAST = 1.96;

    private static final int MOST = 100_000;
    private static final int ENOUGH = 40;
    private static final int SCREENING = 3;
    private static final int SECOND = 5;

    private final int draws;

    /** Creates looks up to {@code draws} draws. */
    Looks(int draws) {
        this.draws = draws;
    }

    /** Returns how many draws the look after the one at {@code now} has. */
    int after(int now) {
        int next = now < SCREENING ? SCREENING : SECOND;
        while (next <= now) {
            next *= 2;
        }
        return Math.min(next, draws);
    }

    /** Returns what is known after {@code held} of {@code n} draws held, where {@code demanded} is wanted. */
    Verdict verdict(int held, int n, double demanded) {
        return verdict(held, n, demanded, n >= draws ? LAST : EARLY);
    }

    private Verdict verdict(int held, int n, double demanded, double z) {
        if (demanded >= 1) {
            boolean isEnough = n >= draws && n >= ENOUGH;
            return held < n ? Verdict.DEVIATED : isEnough ? Verdict.PASSED : Verdict.INCONCLUSIVE;
        }
        Estimate share = Estimate.share(held, n, z);
        return share.low() >= demanded
                ? Verdict.PASSED
                : share.high() < demanded ? Verdict.DEVIATED : Verdict.INCONCLUSIVE;
    }

    /** Returns with how many draws altogether it would be clear, if as large a share of them held; 0 if it never would. */
    static int toDecide(int held, int n, double demanded) {
        if (demanded >= 1) {
            return 0;
        }
        double share = (double) held / n;
        for (int more = n + 1; more <= MOST; more += Math.max(1, more / 50)) {
            Estimate then = Estimate.share((int) Math.round(share * more), more, LAST);
            if (then.low() >= demanded || then.high() < demanded) {
                return more;
            }
        }
        return 0;
    }
}
