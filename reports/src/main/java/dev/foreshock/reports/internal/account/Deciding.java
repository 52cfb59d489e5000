package dev.foreshock.reports.internal.account;

/**
 * A knob that a verdict hangs on.
 *
 * @param set the set whose verdict it is
 * @param gate the gate that decides about it; empty if there is none
 * @param knob the name of the knob
 * @param share the share of the spread that goes with it; NaN if it was not estimated
 * @param flipsAt the last value found at which the gates hold; empty if the verdict does not flip
 * @param holdsAbove whether they hold from there on upwards
 */
public record Deciding(String set, String gate, String knob, double share, String flipsAt, boolean holdsAbove) {}
