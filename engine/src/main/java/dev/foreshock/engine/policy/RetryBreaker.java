package dev.foreshock.engine.policy;

/**
 * Allows retries while few attempts fail:
 *
 * <pre>{@code failed attempts / first attempts <= share}</pre>
 *
 * <p>Both are counted from the start, failed retries among the former. So while a dependency fails altogether there is not one
 * retry more, and after long trouble retries stay away for as long again: it has no memory to lose. Source: M. Brooker,
 * "Fixing retries with token buckets and circuit breakers", 2022. Owned by one thread.
 */
public final class RetryBreaker implements RetryLimit {
    private final double share;
    private long first;
    private long failed;

    /** Creates a breaker that allows retries up to this share of failures. */
    public RetryBreaker(double share) {
        this.share = share;
    }

    @Override
    public void firstAttempt() {
        first++;
    }

    @Override
    public void failed() {
        failed++;
    }

    @Override
    public boolean allowsRetry() {
        return failed <= share * first;
    }
}
