package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one set of measures did.
 *
 * @param name its name
 * @param variants what it is made of; empty for the unchanged scenario
 * @param verdict the verdict
 * @param drawsToDecide how many draws would decide it; 0 if it is decided
 * @param price what it takes
 * @param reliesOn what must be true for it to be possible at all
 * @param outageMinutes all impacts together
 * @param affected affected users as a share
 * @param lost requests that did not succeed
 * @param holds the share of draws in which all gates hold
 * @param fewerMinutes the paired change of the outage in minutes; null for the unchanged scenario
 * @param fewerAffected the paired change of the share of affected users; null for the unchanged scenario
 * @param fewerLost the paired change of the requests lost; null for the unchanged scenario
 */
public record MeasureSet(
        String name,
        List<String> variants,
        Verdict verdict,
        int drawsToDecide,
        String price,
        List<String> reliesOn,
        Band outageMinutes,
        Band affected,
        Band lost,
        Estimate holds,
        @Nullable Estimate fewerMinutes,
        @Nullable Estimate fewerAffected,
        @Nullable Estimate fewerLost) {
    /** Copies the lists. */
    public MeasureSet {
        variants = List.copyOf(variants);
        reliesOn = List.copyOf(reliesOn);
    }

    /**
     * How a figure spreads over the draws.
     *
     * @param mean the mean
     * @param low the 10 % quantile
     * @param high the 90 % quantile
     * @param n how many draws it rests on
     */
    public record Band(double mean, double low, double high, int n) {}
}
