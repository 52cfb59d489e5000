package dev.foreshock.reports.internal.account;

/**
 * What defines what went wrong, as files write it: shares of success, and who of whom is affected.
 *
 * @param impactBelow below which an impact begins
 * @param impactUntil at which it ends
 * @param blackout below which it is a blackout
 * @param recovered at which an incident can end
 * @param affected how long a page view may take before its user is affected; empty where a file does not say
 * @param population when users must have come to count; empty where a file does not say
 */
public record Words(
        String impactBelow,
        String impactUntil,
        String blackout,
        String recovered,
        String affected,
        String population) {}
