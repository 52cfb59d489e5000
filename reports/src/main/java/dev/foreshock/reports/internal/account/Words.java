package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Times;

/**
 * What defines what went wrong, as files write it: shares of success, and who of whom is affected.
 *
 * @param impactBelow below which an impact begins
 * @param impactUntil at which it ends
 * @param blackout below which it is a blackout
 * @param recovered at which an incident can end
 * @param affected how long a page view may take before its user is affected; empty where a file does not say
 * @param population when users must have come to count; empty where a file does not say
 * @param window what is called a minute, in which success is looked at; empty where it is one, and where a file does not say
 */
public record Words(
        String impactBelow,
        String impactUntil,
        String blackout,
        String recovered,
        String affected,
        String population,
        String window) {
    /** Returns what is called a minute, as what stands behind "the first". */
    public String minute() {
        return switch (window) {
            case "", "1m" -> "minute";
            case "1s" -> "second";
            case "1h" -> "hour";
            default -> window;
        };
    }

    /** Tells whether times of impacts are known to the minute only. */
    public boolean isToTheMinute() {
        return window.isEmpty() || !window.endsWith("s");
    }

    /** Returns a time of an impact, as exactly as it is known. */
    public String time(Clock clock, long nanos) {
        return isToTheMinute() ? Times.toTheMinute(clock, nanos) : Times.ofDay(clock, nanos);
    }

    /** Returns how exactly times of impacts are known, in a few words. */
    public String exactness() {
        return "to the " + minute();
    }
}
