package dev.foreshock.engine.policy;

import java.util.Arrays;

/**
 * A cache of whole pages whose popularity follows Zipf's law. Holds when each page was stored, nothing else. Owned by one
 * thread; handed the time.
 */
public final class PageCache {
    /** The answer of {@link #page} for a request that no cache can answer. */
    public static final int NOT_CACHEABLE = -1;

    private final double cacheable;
    private final double[] popularUpTo;
    private final long ttlNanos;
    private final long[] freshUntil;

    /**
     * Creates an empty cache.
     *
     * @param cacheable the share of requests that ask for a page that may be cached
     * @param pages how many different cacheable pages there are
     * @param popularity the Zipf exponent of their popularity
     * @param ttlNanos how long a page stays fresh
     */
    public PageCache(double cacheable, int pages, double popularity, long ttlNanos) {
        this.cacheable = cacheable;
        this.ttlNanos = ttlNanos;
        freshUntil = new long[pages];
        popularUpTo = new double[pages];
        double sum = 0;
        for (int page = 0; page < popularUpTo.length; page++) {
            sum += StrictMath.pow(page + 1.0, -popularity);
            popularUpTo[page] = sum;
        }
        for (int page = 0; page < popularUpTo.length; page++) {
            popularUpTo[page] /= sum;
        }
        clear();
    }

    /** Returns the page a request asks for, from a random number in [0, 1), or {@link #NOT_CACHEABLE}. */
    public int page(double uniform) {
        if (uniform >= cacheable) {
            return NOT_CACHEABLE;
        }
        int at = Arrays.binarySearch(popularUpTo, uniform / cacheable);
        return Math.min(at < 0 ? -at - 1 : at + 1, popularUpTo.length - 1);
    }

    /** Tells whether {@code page} is in the cache and fresh. */
    public boolean fresh(int page, long nowNanos) {
        return nowNanos < freshUntil[page];
    }

    /** Stores {@code page}. */
    public void store(int page, long nowNanos) {
        freshUntil[page] = nowNanos + ttlNanos;
    }

    /** Empties the cache, as a restart does. */
    public void clear() {
        Arrays.fill(freshUntil, Long.MIN_VALUE);
    }
}
