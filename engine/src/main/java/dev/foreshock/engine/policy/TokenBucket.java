package dev.foreshock.engine.policy;

/** A token bucket: tokens drip in at a rate, up to a burst; each admission takes one. Owned by one thread. */
public final class TokenBucket {
    private final double tokensPerNano;
    private final double burst;
    private double tokens;
    private long filledNanos;

    /**
     * Creates a full bucket at time 0.
     *
     * @param perSecond tokens per second
     * @param burst the most tokens it holds; at least one token is always held
     */
    public TokenBucket(double perSecond, double burst) {
        this.tokensPerNano = perSecond / 1e9;
        this.burst = Math.max(1, burst);
        this.tokens = this.burst;
    }

    /** Takes a token if there is one, and tells whether there was. Times must not run backwards. */
    public boolean take(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * tokensPerNano);
        filledNanos = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
