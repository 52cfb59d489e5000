package dev.foreshock.engine.policy;

import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;

/**
 * Decides whether and when a failed call is tried again: after {@code min(cap, base * growth^(n-1))} for retry {@code n},
 * with full jitter uniform between nothing and that. Stateless.
 */
public final class Backoff {
    /** The answer of {@link #waitNanos} when there is no further retry. */
    public static final long NO_RETRY = -1;

    private final int attempts;
    private final double baseNanos;
    private final double growth;
    private final double capNanos;
    private final boolean jitter;

    /** Creates the policy that {@code spec} describes. */
    public Backoff(RetrySpec spec) {
        attempts = spec.attempts();
        baseNanos = spec.base().toNanos();
        growth = spec.growth();
        capNanos = spec.cap().toNanos();
        jitter = spec.jitter() == Jitter.FULL;
    }

    /**
     * Returns how long to wait before retry {@code retry}, or {@link #NO_RETRY}.
     *
     * @param retry the number of the retry, from 1
     * @param uniform a random number in [0, 1)
     */
    public long waitNanos(int retry, double uniform) {
        if (retry > attempts) {
            return NO_RETRY;
        }
        double wait = Math.min(capNanos, baseNanos * StrictMath.pow(growth, retry - 1.0));
        return (long) (jitter ? wait * uniform : wait);
    }
}
