package dev.foreshock.engine.policy;

/**
 * Decides whether a failed call may be tried again, so that retries stay a share of the calls. A token bucket that first
 * attempts fill and retries empty:
 *
 * <pre>{@code first attempt: tokens = min(cap, tokens + budget)
 * retry: allowed if tokens >= 1, then tokens = tokens - 1}</pre>
 *
 * <p>It starts with {@code start} tokens. So of {@code n} calls at most {@code start + budget n} are tried again, however many
 * fail. The cap is {@value #CAP} unless said otherwise, and it starts full: as much as the reserve of Finagle's
 * {@code RetryBudget} holds by default (10 a second, kept for 10 s), and the retry quota of the AWS SDKs (500 tokens, 5 a retry).
 * Finagle lets deposits expire, Envoy counts concurrent retries against concurrent requests; this one knows no time, and is the
 * simplest with their effect. Owned by one thread.
 */
public final class RetryBudget implements RetryLimit {
    /** The most retries that are saved up unless said otherwise. */
    public static final int CAP = 100;

    // Whole numbers: a thousand times a thousandth must be one.
    private static final long TOKEN = 1_000_000_000L;

    private final long deposit;
    private final long cap;
    private long tokens;

    /** Creates a full budget of {@code share} retries for each first attempt. */
    public RetryBudget(double share) {
        this(share, CAP, CAP);
    }

    /**
     * Creates a budget.
     *
     * @param share the retries that each first attempt adds
     * @param cap the most retries that are saved up
     * @param start the retries that there are at first
     */
    public RetryBudget(double share, int cap, int start) {
        deposit = Math.round(share * TOKEN);
        this.cap = cap * TOKEN;
        tokens = start * TOKEN;
    }

    @Override
    public void firstAttempt() {
        tokens = Math.min(cap, tokens + deposit);
    }

    @Override
    public boolean allowsRetry() {
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }
}
