package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Spans;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The arrivals of one class of users, integrated over time once per scenario: cells of constant rate between the uniform
 * grid and the breaks of the curves. Within a cell the rate is the mean of the curve there (Gauss-Legendre, two points).
 * Immutable.
 */
public final class RateTable {
    private static final int CELLS = 20_000;
    private static final double GAUSS = 0.28867513459481287; // 1 / (2 sqrt 3)
    private static final String USUAL = "usual";

    private final long[] edges;
    private final double[] expected;
    private final Profile usual;
    private final List<Profile> parts;

    /**
     * Integrates {@code curves} over {@code clock}.
     *
     * @throws IllegalArgumentException if a rate is none: negative, infinite or not a number
     */
    public RateTable(Map<String, Curve> curves, Clock clock) {
        Curve usualCurve = curves.get(USUAL);
        usual = usualCurve == null ? nanos -> 0 : usualCurve.on(clock, Rate.perSecond(0));
        Rate usualAtStart = Rate.perSecond(usual.perSecondAt(0));
        parts = curves.values().stream()
                .map(curve -> curve.on(clock, usualAtStart))
                .toList();
        edges = edges(parts, clock.lengthNanos());
        expected = new double[edges.length];
        for (int i = 1; i < edges.length; i++) {
            long width = edges[i] - edges[i - 1];
            double middle = edges[i - 1] + width / 2.0;
            long left = (long) (middle - width * GAUSS);
            long right = (long) (middle + width * GAUSS);
            double sum = 0;
            for (Profile part : parts) {
                sum += part.perSecondAt(left) + part.perSecondAt(right);
            }
            if (!(sum >= 0) || Double.isInfinite(sum)) {
                throw new IllegalArgumentException("traffic curves must give finite rates, none negative, but gave "
                        + sum / 2 + "/s at " + Spans.text(edges[i - 1]) + " after the start");
            }
            expected[i] = expected[i - 1] + sum / 2 * width / 1e9;
        }
    }

    private static long[] edges(List<Profile> parts, long length) {
        long cell = Math.max(1_000_000L, length / CELLS);
        LongStream grid = LongStream.iterate(0, at -> at < length, at -> at + cell);
        LongStream breaks = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.breaksNanos()))
                .filter(at -> at > 0 && at < length);
        return LongStream.concat(LongStream.concat(grid, LongStream.of(length)), breaks)
                .sorted()
                .distinct()
                .toArray();
    }

    int cells() {
        return edges.length - 1;
    }

    /** Returns the expected number of arrivals altogether. */
    public double total() {
        return expected[expected.length - 1];
    }

    /** Returns the times at which cells begin and end, in nanoseconds, in order. */
    public LongStream edgesNanos() {
        return Arrays.stream(edges);
    }

    /** Returns the expected number of arrivals before {@code nanos}; none before the start. */
    public double expectedAt(long nanos) {
        if (nanos <= 0) {
            return 0;
        }
        int at = Arrays.binarySearch(edges, nanos);
        if (at >= 0) {
            return expected[at];
        }
        int after = -at - 1;
        if (after == edges.length) {
            return total();
        }
        double share = (double) (nanos - edges[after - 1]) / (edges[after] - edges[after - 1]);
        return expected[after - 1] + share * (expected[after] - expected[after - 1]);
    }

    /** Returns the expected number of arrivals before the end of {@code cell}. */
    double expectedBy(int cell) {
        return expected[cell + 1];
    }

    /** Returns the time within {@code cell} at which {@code count} arrivals are expected. */
    long timeOf(int cell, double count) {
        double inCell = expected[cell + 1] - expected[cell];
        return edges[cell] + (long) ((count - expected[cell]) / inCell * (edges[cell + 1] - edges[cell]));
    }

    /** Returns the expected arrivals per second. */
    double perSecond(long nanos) {
        double sum = 0;
        for (Profile part : parts) {
            sum += part.perSecondAt(nanos);
        }
        return sum;
    }

    /** Returns the usual arrivals per second. */
    double usualPerSecond(long nanos) {
        return usual.perSecondAt(nanos);
    }
}
