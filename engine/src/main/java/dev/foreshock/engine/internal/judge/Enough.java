package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended.By;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Stopping;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Percent;
import org.jspecify.annotations.Nullable;

/** Tells at a look whether there are replications enough. A function of the replications, so threads do not matter. */
public final class Enough {
    private Enough() {}

    /** Returns what ends the replications, or null if {@code next} of them are to be had. */
    public static @Nullable By of(RunSet runs, Stopping.Sequential stopping, int next) {
        Percent precision = stopping.precision();
        boolean isEnough = runs.deciding().stream()
                .allMatch(judgement ->
                        precision == null ? judgement.isSettled() : isPrecise(judgement, precision.share()));
        if (isEnough) {
            return precision == null ? By.DECIDED : By.PRECISE;
        }
        int now = runs.runs().size();
        if (next <= now) {
            return By.MOST;
        }
        double spent = runs.runs().stream().mapToLong(RunResult::events).sum();
        return spent / now * next > stopping.budgetEvents() ? By.BUDGET : null;
    }

    /**
     * Tells whether an interval is narrow in relation to its value. A claim about a share of replications is asked about that
     * share, and so is one whose measure was never reached in some; one that cannot be evaluated has nothing to wait for.
     */
    private static boolean isPrecise(Judgement judgement, double precision) {
        boolean isAboutShare = judgement.claim().share() != null;
        Estimate observed = judgement.observed();
        if (judgement.neverShare() > 0 && !isAboutShare) {
            observed = judgement.reached();
        }
        Estimate estimate = isAboutShare ? judgement.holds() : observed;
        return estimate == null || estimate.halfWidth() <= precision * Math.abs(estimate.value());
    }
}
