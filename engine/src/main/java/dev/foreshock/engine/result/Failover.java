package dev.foreshock.engine.result;

import org.jspecify.annotations.Nullable;

/**
 * A primary that failed, and what became of it. Times are nanoseconds since the start of the run; null for what did not come.
 *
 * @param brokeNanos when the primary failed
 * @param detectedNanos when that was found, and the standby promoted: what it had not by then is lost
 * @param promotedNanos when the standby was the primary
 * @param reachedNanos when calls reached it
 * @param acknowledgedNanos when it acknowledged its first write
 * @param writesLost the writes that were acknowledged and are not there any more
 */
public record Failover(
        long brokeNanos,
        @Nullable Long detectedNanos,
        @Nullable Long promotedNanos,
        @Nullable Long reachedNanos,
        @Nullable Long acknowledgedNanos,
        long writesLost) {
    /** Returns a failure that nobody found yet. */
    public static Failover began(long brokeNanos) {
        return new Failover(brokeNanos, null, null, null, null, 0);
    }

    /** Returns this once it is found, with what is lost by that. */
    public Failover detected(long nanos, long lost) {
        return new Failover(brokeNanos, nanos, null, null, null, lost);
    }

    /** Returns this once the standby is the primary. */
    public Failover promoted(long nanos) {
        return new Failover(brokeNanos, detectedNanos, nanos, null, null, writesLost);
    }

    /** Returns this once calls reach the new primary. */
    public Failover reached(long nanos) {
        return new Failover(brokeNanos, detectedNanos, promotedNanos, nanos, null, writesLost);
    }

    /** Returns this once the new primary acknowledged a write. */
    public Failover acknowledged(long nanos) {
        return new Failover(brokeNanos, detectedNanos, promotedNanos, reachedNanos, nanos, writesLost);
    }

    /** Returns how long no write was acknowledged, in seconds: from the failure on; infinite if none ever was again. */
    public double seconds() {
        return acknowledgedNanos == null ? Double.POSITIVE_INFINITY : (acknowledgedNanos - brokeNanos) / 1e9;
    }
}
