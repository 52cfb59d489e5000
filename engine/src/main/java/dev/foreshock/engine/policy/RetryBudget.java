package dev.foreshock.engine.policy;

/**
 * Decides whether a failed call may be tried again, so that retries stay a share of the calls. A token bucket that first
 * attempts fill and retries empty:
 *
 * <pre>{@code first attempt: tokens = min(cap, tokens + budget)
 * retry: allowed if tokens >= 1, then tokens = tokens - 1}</pre>
 *
 * <p>It starts full. So of {@code n} calls at most {@code cap + budget n} are tried again, however many fail. The cap is
 * {@value #CAP}: as much as the reserve of Finagle's {@code RetryBudget} holds by default (10 a second, kept for 10 s), and the
 * retry quota of the AWS SDKs (500 tokens, 5 a retry). Finagle lets deposits expire, Envoy counts concurrent retries against
 * concurrent requests; this one knows no time, and is the simplest with their effect. Owned by one thread.
 */
public final class RetryBudget {
    /** The most retries that are saved up. */
    public static final int CAP = 100;

    // Whole numbers: a thousand times a thousandth must be one.
    private static final long TOKEN = 1_000_000_000L;

    private final long deposit;
    private long tokens = CAP * TOKEN;

    /** Creates a full budget of {@code share} retries for each first attempt. */
    public RetryBudget(double share) {
        deposit = Math.round(share * TOKEN);
    }

    /** Counts a first attempt. */
    public void firstAttempt() {
        tokens = Math.min(CAP * TOKEN, tokens + deposit);
    }

    /** Takes the token of a retry if there is one, and tells whether there was. */
    public boolean allowsRetry() {
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }
}
