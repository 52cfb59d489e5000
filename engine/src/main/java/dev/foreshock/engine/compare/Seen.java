package dev.foreshock.engine.compare;

import dev.foreshock.engine.result.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one figure over the runs of a contender.
 *
 * @param spread how it spreads over the runs in which it came, in its base unit; null if it came in none
 * @param neverShare the share of the runs in which it never came, from 0 to 1
 * @param unseenShare the share of the runs in which it could not be observed, from 0 to 1
 * @param change its paired change, as in {@link Differences}; null for the unchanged scenario, and where it did not come in some
 *     run of either, so that there is no mean
 */
public record Seen(
        @Nullable Spread spread,
        double neverShare,
        double unseenShare,
        @Nullable Estimate change) {}
