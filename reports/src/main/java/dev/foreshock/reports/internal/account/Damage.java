package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Estimate;

/**
 * How much worse a set of measures does than a part of it alone, or than the unchanged scenario, run for run.
 *
 * @param part the name of the part, or of the unchanged scenario
 * @param outage how much longer its outages are, in seconds
 * @param affected how many more users it affects, as a share
 * @param holds the change of the share of draws in which all gates hold
 */
public record Damage(String part, Estimate outage, Estimate affected, double holds) {}
