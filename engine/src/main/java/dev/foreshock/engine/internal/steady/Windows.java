package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.unit.Spans;

/**
 * Windows of equal width, one after another.
 *
 * @param startNanos where the first begins
 * @param widthNanos how wide each is
 * @param count how many there are
 */
public record Windows(long startNanos, long widthNanos, int count) {
    /**
     * Returns the {@code count} widest windows between two times; less than {@code count} nanoseconds at the end are in none.
     *
     * @throws IllegalArgumentException if there is no room for them
     */
    public static Windows of(long startNanos, long endNanos, int count) {
        long width = (endNanos - startNanos) / count;
        if (startNanos < 0 || width < 1) {
            throw new IllegalArgumentException("a warm-up must be shorter than the run of " + Spans.text(endNanos)
                    + ", but was " + Spans.text(startNanos));
        }
        return new Windows(startNanos, width, count);
    }

    double[] zeros() {
        return new double[count];
    }

    /** Adds {@code amount} to the window at {@code nanos}, if there is one. */
    void add(double[] sums, double amount, long nanos) {
        int window = at(nanos);
        if (window >= 0) {
            sums[window] += amount;
        }
    }

    /** Returns the number of the window at {@code nanos}; -1 if there is none. */
    int at(long nanos) {
        long window = Math.floorDiv(nanos - startNanos, widthNanos);
        return window >= 0 && window < count ? (int) window : -1;
    }

    /** Adds {@code level} times the time between two moments, in seconds, to the windows between them. */
    void spread(double[] sums, double level, long fromNanos, long untilNanos) {
        long from = Math.max(fromNanos, startNanos);
        long until = Math.min(untilNanos, startNanos + count * widthNanos);
        while (from < until) {
            int window = (int) ((from - startNanos) / widthNanos);
            long end = Math.min(until, startNanos + (window + 1) * widthNanos);
            sums[window] += level * (end - from) / 1e9;
            from = end;
        }
    }
}
