package dev.foreshock.engine.unit;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * The stretch of calendar time that a scenario plays in.
 *
 * @param start when it starts, with its offset from UTC
 * @param length how long it lasts
 */
public record Clock(OffsetDateTime start, Duration length) {
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

    /**
     * Creates a clock.
     *
     * @throws IllegalArgumentException if the length is not positive or exceeds ten years
     */
    public Clock {
        if (length.isNegative() || length.isZero() || length.toDays() > 3650) {
            throw new IllegalArgumentException(
                    "clock must run for more than nothing and at most 3650 days, but was " + length);
        }
    }

    /** Returns the clock from {@code start}, in ISO-8601 with offset, for {@code length}. */
    public static Clock of(String start, Duration length) {
        return new Clock(OffsetDateTime.parse(start), length);
    }

    /** Returns how long the scenario lasts, in nanoseconds. */
    public long lengthNanos() {
        return length.toNanos();
    }

    /** Returns the nanoseconds from the start to {@code moment}; never negative, possibly past the end. */
    public long nanosAt(Moment moment) {
        if (moment instanceof Moment.After after) {
            return after.sinceStart().toNanos();
        }
        long day =
                ((Moment.At) moment).time().toNanoOfDay() - start.toLocalTime().toNanoOfDay();
        return day < 0 ? day + DAY_NANOS : day;
    }

    /** Returns the calendar time {@code nanos} after the start. */
    public OffsetDateTime timeAt(long nanos) {
        return start.plusNanos(nanos);
    }

    @Override
    public String toString() {
        return start + " .. " + start.plus(length);
    }
}
