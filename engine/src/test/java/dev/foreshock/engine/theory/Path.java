package dev.foreshock.engine.theory;

import java.util.Arrays;

/** The first few thousand changes of a number, so that its value at any time can be told. */
final class Path {
    private static final int MOST_CHANGES = 1 << 14;

    private long[] times = new long[256];
    private int[] values = new int[256];
    private int changes;

    void set(int value, long nowNanos) {
        if (changes == MOST_CHANGES) {
            return;
        }
        if (changes == times.length) {
            times = Arrays.copyOf(times, changes * 2);
            values = Arrays.copyOf(values, changes * 2);
        }
        times[changes] = nowNanos;
        values[changes] = value;
        changes++;
    }

    int at(long nanos) {
        if (changes == MOST_CHANGES && nanos >= times[changes - 1]) {
            throw new IllegalStateException("a path must be asked for one of its first changes, but was for later");
        }
        int low = 0;
        int high = changes;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : values[low - 1];
    }
}
