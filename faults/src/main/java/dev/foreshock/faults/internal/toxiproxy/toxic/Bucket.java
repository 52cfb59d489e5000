package dev.foreshock.faults.internal.toxiproxy.toxic;

/** A token bucket: one token a byte, handed out in the order in which they are asked for. Thread-safe, as connections are on several loops. */
final class Bucket {
    /** What may be saved up; also what timers may be late by without a loss of rate. */
    private static final long DEPTH_NANOS = 50 * Nanos.PER_MILLI;

    private final long rate;
    private boolean isUsed;
    /** When all tokens that were taken so far have come in, on the clock of the loops. */
    private long paidNanos;

    /**
     * Creates an empty bucket.
     *
     * @param rate in bytes per ms, which is kB/s
     */
    Bucket(long rate) {
        this.rate = rate;
    }

    /** Takes tokens for {@code bytes} and returns how long from {@code now} until they have come in; not above 0 if they are there. */
    synchronized long take(int bytes, long now) {
        if (!isUsed) {
            isUsed = true;
            paidNanos = now;
        } else if (paidNanos - (now - DEPTH_NANOS) < 0) {
            paidNanos = now - DEPTH_NANOS;
        }
        paidNanos += nanos(bytes);
        return paidNanos - now;
    }

    /** Puts tokens back that were taken for bytes which did not need them: those who come later wait less. */
    synchronized void giveBack(int bytes) {
        paidNanos -= nanos(bytes);
    }

    private long nanos(int bytes) {
        return bytes * Nanos.PER_MILLI / rate;
    }
}
