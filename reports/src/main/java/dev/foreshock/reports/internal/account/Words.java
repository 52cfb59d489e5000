package dev.foreshock.reports.internal.account;

/**
 * The shares of success that define what went wrong, as files write them.
 *
 * @param impactBelow below which an impact begins
 * @param impactUntil at which it ends
 * @param blackout below which it is a blackout
 * @param recovered at which an incident can end
 */
public record Words(String impactBelow, String impactUntil, String blackout, String recovered) {}
