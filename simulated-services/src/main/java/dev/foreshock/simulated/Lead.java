package dev.foreshock.simulated;

import java.util.SplittableRandom;

/**
 * How long before its time 0 a run is begun. Everybody must know of it by then, or the first checks would find services that play nothing:
 * that is taken from what it took before. And a part of the time between two checks of HAProxy more, which checks from when it is told: a
 * moment that no clock knows, as the model's is, or every rehearsal had its faults at the same moment between two checks.
 *
 * @param tellingNanos how long it took to tell everybody what is played, at most
 * @param betweenChecksNanos how long HAProxy waits between two checks; 0 if it checks nothing
 */
record Lead(long tellingNanos, long betweenChecksNanos) {
    private static final long LEAST_NANOS = 300_000_000;
    private static final long MOST_FOR_TELLING_NANOS = 3_000_000_000L;

    /**
     * Returns it.
     *
     * @param seed from which the part is drawn
     */
    long nanos(long seed) {
        long part = betweenChecksNanos == 0 ? 0 : new SplittableRandom(seed).nextLong(betweenChecksNanos);
        return LEAST_NANOS + Math.min(MOST_FOR_TELLING_NANOS, 2 * tellingNanos) + part;
    }
}
