package dev.foreshock.faults.internal.toxiproxy.toxic;

/** Times of the API in nanoseconds. */
final class Nanos {
    /** About 31 years; a timer can still add to it. */
    private static final long MOST = 1_000_000_000_000_000_000L;

    static final long PER_MILLI = 1_000_000;
    private static final long PER_MICRO = 1_000;

    private Nanos() {}

    static long ofMillis(long millis) {
        return times(millis, PER_MILLI);
    }

    static long ofMicros(long micros) {
        return times(micros, PER_MICRO);
    }

    /** Negative times count as none. */
    private static long times(long value, long unit) {
        return value <= 0 ? 0 : value > MOST / unit ? MOST : value * unit;
    }
}
