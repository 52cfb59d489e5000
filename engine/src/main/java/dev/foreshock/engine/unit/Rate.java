package dev.foreshock.engine.unit;

import java.time.Duration;

/**
 * A number of occurrences per unit of time.
 *
 * @param perSecond occurrences per second, not negative
 */
public record Rate(double perSecond) implements Load {
    /**
     * Creates a rate.
     *
     * @throws IllegalArgumentException if the rate is negative, infinite or not a number
     */
    public Rate {
        Checks.finiteAndNotNegative("rate", perSecond);
    }

    /** Returns {@code count} occurrences per second. */
    public static Rate perSecond(double count) {
        return new Rate(count);
    }

    /** Returns {@code count} occurrences per minute. */
    public static Rate perMinute(double count) {
        return new Rate(count / 60);
    }

    /** Returns {@code count} occurrences in each {@code period}. */
    public static Rate per(Duration period, double count) {
        return new Rate(count * 1e9 / period.toNanos());
    }

    /** Returns this rate times {@code factor}. */
    public Rate times(double factor) {
        return new Rate(perSecond * factor);
    }

    @Override
    public Rate against(Rate usual) {
        return this;
    }

    @Override
    public String toString() {
        return Checks.plain(perSecond) + "/s";
    }
}
