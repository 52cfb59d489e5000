package dev.foreshock.engine.curve;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A series of counts in consecutive intervals of one length.
 *
 * @param name where it comes from, such as a file name
 * @param start when the first interval starts
 * @param interval the length of every interval
 * @param counts events in each interval, not negative
 */
public record Recording(String name, LocalDateTime start, Duration interval, List<Double> counts) {
    /**
     * Creates a recording.
     *
     * @throws IllegalArgumentException if there is no count, a count is negative, or the interval is not positive
     */
    public Recording {
        counts = List.copyOf(counts);
        if (counts.isEmpty() || counts.stream().anyMatch(count -> !(count >= 0) || count.isInfinite())) {
            throw new IllegalArgumentException("a recording must hold counts, none of them negative: " + name);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("a recording's interval must be positive, but was " + interval);
        }
    }

    /** Returns the rate {@code nanos} after the start; 0 outside the recording. */
    double perSecondAt(long nanos) {
        long index = Math.floorDiv(nanos, interval.toNanos());
        return index < 0 || index >= counts.size() ? 0 : counts.get((int) index) * 1e9 / interval.toNanos();
    }

    /** Returns where intervals begin and end, less {@code offsetNanos}; those before the offset left out. */
    long[] edgesNanos(long offsetNanos) {
        long[] edges = new long[counts.size() + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i * interval.toNanos() - offsetNanos;
        }
        return edges;
    }

    /** Returns the time after the last interval. */
    public LocalDateTime end() {
        return start.plus(interval.multipliedBy(counts.size()));
    }
}
