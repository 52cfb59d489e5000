package dev.foreshock.engine.policy;

/**
 * Decides whether a caller sends an attempt or turns it away by itself, with the probability
 *
 * <pre>{@code max(0, (requests - K accepts) / (requests + 1))}</pre>
 *
 * <p>{@code requests} counts what was asked of it in the last {@code window}, turned away or not, and {@code accepts} what the
 * dependency accepted in it. In the long run the dependency gets {@code K} times what it accepts. Source: B. Beyer et al. (eds.),
 * "Site Reliability Engineering", 2016, chapter 21. The window moves on in steps of a {@value #STEPS}th of it. Owned by one
 * thread; handed the time.
 */
public final class AdaptiveThrottle {
    private static final int STEPS = 60;

    private final double k;
    private final long stepNanos;
    private final long[] requestsIn = new long[STEPS];
    private final long[] acceptsIn = new long[STEPS];
    private long requests;
    private long accepts;
    private long step;

    /** Creates a throttle that has seen nothing. */
    public AdaptiveThrottle(double k, long windowNanos) {
        this.k = k;
        stepNanos = Math.max(1, windowNanos / STEPS);
    }

    /**
     * Counts a request and tells whether it is sent. Times must not run backwards.
     *
     * @param uniform a random number in [0, 1)
     */
    public boolean admits(long nowNanos, double uniform) {
        moveTo(nowNanos / stepNanos);
        boolean admits = uniform >= rejection();
        requests++;
        requestsIn[slot(step)]++;
        return admits;
    }

    /** Counts a request that the dependency accepted. Times must not run backwards. */
    public void accepted(long nowNanos) {
        moveTo(nowNanos / stepNanos);
        accepts++;
        acceptsIn[slot(step)]++;
    }

    /** Returns the probability with which the next request is turned away, if it comes at once. */
    public double rejection() {
        return Math.max(0, (requests - k * accepts) / (requests + 1.0));
    }

    private void moveTo(long to) {
        if (to - step >= STEPS) {
            java.util.Arrays.fill(requestsIn, 0);
            java.util.Arrays.fill(acceptsIn, 0);
            requests = 0;
            accepts = 0;
            step = to;
        }
        while (step < to) {
            step++;
            requests -= requestsIn[slot(step)];
            accepts -= acceptsIn[slot(step)];
            requestsIn[slot(step)] = 0;
            acceptsIn[slot(step)] = 0;
        }
    }

    private static int slot(long step) {
        return (int) (step % STEPS);
    }
}
