package dev.foreshock.engine.internal.parts;

import java.util.Arrays;

/** When writes were acknowledged that may not be on the standby yet: a ring of times, those that are too old taken out. */
final class RecentWrites {
    private final long lagNanos;
    private long[] times = new long[64];
    private int first;
    private int size;

    RecentWrites(long lagNanos) {
        this.lagNanos = lagNanos;
    }

    /** Adds a write that was acknowledged now. */
    void add(long now) {
        takeOutArrived(now);
        if (size == times.length) {
            long[] larger = Arrays.copyOf(times, 2 * size);
            System.arraycopy(times, 0, larger, size, first);
            times = larger;
        }
        times[(first + size) & (times.length - 1)] = now;
        size++;
    }

    /** Returns how many are not on the standby now. */
    int underWay(long now) {
        takeOutArrived(now);
        return size;
    }

    /** Forgets them all. */
    void clear() {
        size = 0;
    }

    private void takeOutArrived(long now) {
        while (size > 0 && times[first] + lagNanos <= now) {
            first = (first + 1) & (times.length - 1);
            size--;
        }
    }
}
