package dev.foreshock.engine.unit;

import java.time.Duration;

/** Writes durations the way files do: {@code 2h30m}, {@code 90s}, {@code 250ms}. */
public final class Spans {
    private static final long[] NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };
    private static final String[] UNITS = {"d", "h", "m", "s", "ms", "us", "ns"};

    private Spans() {}

    /** Returns {@code span} exactly, as a sequence of numbers with units; {@code 0s} when it is zero. */
    public static String text(Duration span) {
        return text(span.toNanos());
    }

    /** Returns {@code nanos} exactly, as a sequence of numbers with units; {@code 0s} when it is zero. */
    public static String text(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(nanos < 0 ? "-" : "");
        long rest = Math.abs(nanos);
        for (int unit = 0; unit < NANOS.length; unit++) {
            long count = rest / NANOS[unit];
            if (count > 0) {
                text.append(count).append(UNITS[unit]);
                rest -= count * NANOS[unit];
            }
        }
        return text.toString();
    }
}
