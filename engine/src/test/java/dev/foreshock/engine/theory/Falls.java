package dev.foreshock.engine.theory;

import java.util.Arrays;

/** Counts how often a whole number fell below each value, and how long it took from its highest value to there. */
final class Falls {
    private long[] count = new long[16];
    private double[] nanos = new double[16];
    private long[] times = new long[16];
    private boolean[] fell = new boolean[16];
    private long[] topSince = new long[16];
    private int top;
    private int lowestSinceTop;

    void changed(int from, int to, long nowNanos) {
        reserve(Math.max(from, to) + 1);
        top = Math.max(top, Math.max(from, to));
        for (int least = to + 1; least <= from; least++) {
            count[least]++;
            if (topSince[least] >= 0) {
                nanos[least] += nowNanos - topSince[least];
                times[least]++;
                topSince[least] = -1;
            }
            fell[least] = true;
        }
        lowestSinceTop = Math.min(lowestSinceTop, to);
        if (to == top) {
            for (int least = lowestSinceTop + 1; least <= top; least++) {
                if (fell[least] && topSince[least] < 0) {
                    topSince[least] = nowNanos;
                }
            }
            lowestSinceTop = top;
        }
    }

    long below(int least) {
        return least < count.length ? count[least] : 0;
    }

    double fromTopSeconds(int least) {
        return nanos[least] / times[least] / 1e9;
    }

    private void reserve(int size) {
        int before = count.length;
        if (size > before) {
            int after = Integer.highestOneBit(size) * 2;
            count = Arrays.copyOf(count, after);
            nanos = Arrays.copyOf(nanos, after);
            times = Arrays.copyOf(times, after);
            fell = Arrays.copyOf(fell, after);
            topSince = Arrays.copyOf(topSince, after);
            Arrays.fill(topSince, before, after, -1);
        }
    }

    Falls() {
        Arrays.fill(topSince, -1);
    }
}
