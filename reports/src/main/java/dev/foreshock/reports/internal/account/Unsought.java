package dev.foreshock.reports.internal.account;

import java.util.List;

/**
 * Searches for the value at which a verdict flips that a comparison had no budget for.
 *
 * @param knobs the paths of the numbers over which nobody searched
 * @param budgetEvents the budget with which the whole comparison would have searched over them too, in events
 */
public record Unsought(List<String> knobs, long budgetEvents) {
    /** Copies the list. */
    public Unsought {
        knobs = List.copyOf(knobs);
    }
}
