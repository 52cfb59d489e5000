package dev.foreshock.reports.internal.account;

/**
 * A knob that a verdict hangs on.
 *
 * @param set the set whose verdict it is
 * @param gate the gate that decides about it; empty if there is none
 * @param knob the name of the knob
 * @param share the share of the spread that goes with it; NaN if it was not estimated
 * @param explained the share of that spread that all knobs together explain; NaN if it was not estimated
 * @param flipsAt the last value found at which the gates hold; empty if none was found
 * @param holdsAbove whether they hold from there on upwards
 * @param search whether that value was searched for
 */
public record Deciding(
        String set,
        String gate,
        String knob,
        double share,
        double explained,
        String flipsAt,
        boolean holdsAbove,
        Search search) {
    /** How far the search for the value at which a verdict flips came. */
    public enum Search {
        /** It was found. */
        FOUND,
        /** It was searched for, and the verdict is the same at both ends of the range. */
        NONE_IN_RANGE,
        /** The budget was spent, or a person stopped the comparison, before it could be searched for. */
        NOT_DONE,
        /** So little of the spread goes with the knob that it is not searched for at all. */
        NOT_WORTH_IT
    }
}
