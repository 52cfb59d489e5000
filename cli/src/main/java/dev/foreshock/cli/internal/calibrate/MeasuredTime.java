package dev.foreshock.cli.internal.calibrate;

import java.util.Locale;

/**
 * A time that was measured, as files have it. All times in nanoseconds.
 *
 * @param nanos the time
 * @param lowNanos the lower end of its 95 % interval
 * @param highNanos the upper end
 * @param samples in how many it was measured
 */
record MeasuredTime(double nanos, double lowNanos, double highNanos, long samples) {
    /** Returns it as the value of a setting. */
    String text() {
        return String.format(
                Locale.ROOT,
                "{ is: %s, range: %s .. %s, basis: measured, samples: %d }",
                millis(nanos),
                millis(lowNanos),
                millis(highNanos),
                samples);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.3fms", nanos / 1e6);
    }
}
