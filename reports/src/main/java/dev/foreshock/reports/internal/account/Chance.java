package dev.foreshock.reports.internal.account;

/**
 * What chance alone makes of a set: standard deviations among runs with equal numbers, but other seeds.
 *
 * @param outageSeconds of the outage total
 * @param affectedShare of the share of users affected
 */
public record Chance(double outageSeconds, double affectedShare) {}
