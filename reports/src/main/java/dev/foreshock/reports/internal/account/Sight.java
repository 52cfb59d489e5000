package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one figure over the draws of one set of measures.
 *
 * @param name what it is called
 * @param measure what was measured, as files write it
 * @param dimension what kind of number it is
 * @param band how it spreads, in the base unit; null if it came in no draw
 * @param isAtLeast whether runs ended before it did, so that it is at least what was counted
 * @param neverShare the share of draws in which it never came
 * @param unseenShare the share of draws in which it could not be observed
 * @param change its paired change, less the unchanged scenario; null for that scenario, and where there is no mean
 */
public record Sight(
        String name,
        String measure,
        Dimension dimension,
        @Nullable Band band,
        boolean isAtLeast,
        double neverShare,
        double unseenShare,
        @Nullable Estimate change) {
    /**
     * How a figure spreads over the draws.
     *
     * @param mean the mean
     * @param low the 10 % quantile; the least of all where the mean lies outside of the quantiles
     * @param high the 90 % quantile; the most of all where the mean lies outside of the quantiles
     * @param n how many draws it rests on
     */
    public record Band(double mean, double low, double high, int n) {}
}
