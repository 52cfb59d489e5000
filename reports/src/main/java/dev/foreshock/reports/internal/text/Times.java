package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.unit.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes points in time on the clock of a scenario. */
public final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WITH_DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE_WITH_DAY =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    /** Returns a point in ISO-8601 with the offset of the scenario, rounded to milliseconds. */
    public static String iso(Clock clock, long nanos) {
        OffsetDateTime time = clock.timeAt(nanos).plusNanos(500_000);
        return ISO.format(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Returns the nanoseconds of a point that is given in seconds. */
    public static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** Returns the time of day, rounded to seconds; with the month and day where the scenario lasts longer than a day. */
    public static String ofDay(Clock clock, long nanos) {
        OffsetDateTime time = clock.timeAt(nanos).plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        return (isLong(clock) ? WITH_DAY : OF_DAY).format(time);
    }

    /** Returns the same without seconds, rounded down. */
    public static String toTheMinute(Clock clock, long nanos) {
        return (isLong(clock) ? TO_THE_MINUTE_WITH_DAY : TO_THE_MINUTE).format(clock.timeAt(nanos));
    }

    private static boolean isLong(Clock clock) {
        return clock.length().compareTo(Duration.ofDays(1)) > 0;
    }
}
