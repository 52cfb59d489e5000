package dev.foreshock.engine.compare;

import org.jspecify.annotations.Nullable;

/**
 * A knob that a verdict hangs on.
 *
 * @param contender the name of the contender whose verdict it is
 * @param gate the gate that decides about it
 * @param knob the path of the knob
 * @param share the share of the spread of the gate's measure that goes with it, from 0 to 1; NaN if that was not asked
 * @param explained the share of that spread that all knobs together explain; NaN if that was not asked
 * @param isSearched whether it was searched for a value at which the verdict flips
 * @param flip where the verdict flips, the other knobs as written; null if it does not within the range, or was not searched
 */
public record Decider(
        String contender,
        String gate,
        String knob,
        double share,
        double explained,
        boolean isSearched,
        @Nullable Flip flip) {
    /** Nobody searches for a flip over a knob that goes with less than this share of the spread. */
    public static final double WORTH_A_SEARCH = 0.05;

    /** Over so many knobs, the most important ones, flips are searched for. */
    public static final int MOST_SEARCHES = 3;

    /**
     * Where a verdict flips.
     *
     * @param at the last value found at which the gates hold, as files write it
     * @param holdsAbove whether they hold from there on upwards, or downwards
     * @param upTo how far from there, as files write it: the end of the range
     */
    public record Flip(String at, boolean holdsAbove, String upTo) {}
}
