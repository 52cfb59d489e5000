package dev.foreshock.engine.result;

/**
 * A stretch of a run.
 *
 * @param startNanos its start, in nanoseconds since the start of the run
 * @param endNanos its end; the end of the run if it is still open
 * @param open whether it lasted to the end of the run
 */
public record Interval(long startNanos, long endNanos, boolean open) {
    /** Returns how long it lasted, in nanoseconds. */
    public long lengthNanos() {
        return endNanos - startNanos;
    }
}
