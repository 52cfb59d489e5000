package dev.foreshock.engine.policy;

/** A token bucket: tokens drip in at a rate, up to a burst; each admission takes one. Owned by one thread. */
public final class TokenBucket {
    private double tokensPerNano;
    private double burst;
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

    /**
     * Has tokens drip in at another rate from now on, up to another burst. What dripped in so far stays, as far as there is room. Times must not
     * run backwards.
     *
     * @param perSecond tokens per second
     * @param most the most tokens it holds; at least one token is always held
     */
    public void change(double perSecond, double most, long nowNanos) {
        fill(nowNanos);
        tokensPerNano = perSecond / 1e9;
        burst = Math.max(1, most);
        tokens = Math.min(burst, tokens);
    }

    private void fill(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * tokensPerNano);
        filledNanos = nowNanos;
    }

    /** Takes a token if there is one, and tells whether there was. Times must not run backwards. */
    public boolean take(long nowNanos) {
        fill(nowNanos);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
