package dev.foreshock.engine.curve;

/** A traffic curve on a clock. */
public interface Profile {
    /** Returns the arrivals per second at {@code nanos} after the start. */
    double perSecondAt(long nanos);

    /** Returns the times, in nanoseconds after the start, where the rate may jump or bend; in any order. */
    default long[] breaksNanos() {
        return new long[0];
    }
}
