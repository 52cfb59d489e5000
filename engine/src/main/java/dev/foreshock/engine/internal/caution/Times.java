package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Spans;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times and numbers in cautions. */
final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    /** Returns the time on the clock, to the minute; with the date if the clock shows a time twice. */
    static String at(Clock clock, long nanos) {
        boolean once = clock.length().compareTo(Duration.ofDays(1)) <= 0;
        return (once ? TIME : DAY_AND_TIME).format(clock.timeAt(nanos));
    }

    /** Returns a span of time: to the millisecond if it is a second or more, else to the microsecond. */
    static String span(double nanos) {
        double unit = nanos >= 1e9 ? 1e6 : 1e3;
        return Spans.text((long) (Math.rint(nanos / unit) * unit));
    }

    /** Returns a number to the tenth or to three digits; to the hundredth if it is close to 1. */
    static String number(double value) {
        return new BigDecimal(value, new MathContext(value >= 1.1 && value < 10 ? 2 : 3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
