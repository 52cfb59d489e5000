package dev.foreshock.engine.policy;

import java.util.Arrays;

/**
 * The share of requests that failed in the last so many nanoseconds, from scrapes of two counters: {@code 1 - (g1 - g0) / (n1 - n0)} between
 * the oldest scrape that is not older than the window and the newest, as Prometheus divides two {@code rate}s over the same window.
 * The start counts as a scrape of two zeros. So a window that reaches behind the start is what there is, and a
 * lost scrape makes the window shorter by one scrape only while it would be the oldest or the newest.
 */
final class SlidingWindow {
    private final long lengthNanos;
    // A ring: it grows with the scrapes that come, since a long window may never fill.
    private long[] times = new long[16];
    private long[] good = new long[16];
    private long[] over = new long[16];
    private int oldest;
    private int count = 1;

    SlidingWindow(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    /** Adds a scrape. */
    void add(long nowNanos, long goodSoFar, long overSoFar) {
        if (count == times.length) {
            grow();
        }
        int at = at(count);
        times[at] = nowNanos;
        good[at] = goodSoFar;
        over[at] = overSoFar;
        count++;
    }

    /** Returns the share that failed; NaN if no request ended between two scrapes in the window. */
    double failed(long nowNanos) {
        while (count > 0 && times[oldest] < nowNanos - lengthNanos) {
            oldest = at(1);
            count--;
        }
        if (count < 2) {
            return Double.NaN;
        }
        int newest = at(count - 1);
        long all = over[newest] - over[oldest];
        return (double) (all - (good[newest] - good[oldest])) / all;
    }

    private int at(int index) {
        return (oldest + index) & (times.length - 1);
    }

    private void grow() {
        times = straight(times);
        good = straight(good);
        over = straight(over);
        oldest = 0;
    }

    private long[] straight(long[] ring) {
        long[] larger = Arrays.copyOf(Arrays.copyOfRange(ring, oldest, ring.length), 2 * ring.length);
        System.arraycopy(ring, 0, larger, ring.length - oldest, oldest);
        return larger;
    }
}
