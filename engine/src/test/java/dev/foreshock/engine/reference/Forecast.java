package dev.foreshock.engine.reference;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many users of a class are expected by when. The rate counts as constant in cells of a 20 000th of the clock, or a
 * millisecond where that is longer, cut where a curve breaks; in a cell it is the mean of two points (Gauss and Legendre).
 */
final class Forecast {
    private final List<Profile> curves = new ArrayList<>();
    private final Profile usual;
    private final List<Long> edges;
    private final List<Double> expected = new ArrayList<>();

    Forecast(Map<String, Curve> traffic, Clock clock) {
        Curve usualCurve = traffic.get("usual");
        usual = usualCurve == null ? nanos -> 0 : usualCurve.on(clock, Rate.perSecond(0));
        Rate usualRate = Rate.perSecond(usual.perSecondAt(0));
        traffic.values().forEach(curve -> curves.add(curve.on(clock, usualRate)));
        long end = clock.lengthNanos();
        TreeSet<Long> all = new TreeSet<>(List.of(0L, end));
        for (long at = 0; at < end; at += Math.max(1_000_000, end / 20_000)) {
            all.add(at);
        }
        for (Profile curve : curves) {
            for (long at : curve.breaksNanos()) {
                if (at > 0 && at < end) {
                    all.add(at);
                }
            }
        }
        edges = List.copyOf(all);
        integrate();
    }

    private void integrate() {
        double half = 0.28867513459481287; // 1 / (2 sqrt 3)
        expected.add(0.0);
        for (int i = 1; i < edges.size(); i++) {
            long width = edges.get(i) - edges.get(i - 1);
            double middle = edges.get(i - 1) + width / 2.0;
            double sum = 0;
            for (Profile curve : curves) {
                sum += curve.perSecondAt((long) (middle - width * half))
                        + curve.perSecondAt((long) (middle + width * half));
            }
            expected.add(expected.get(i - 1) + sum / 2 * width / 1e9);
        }
    }

    /** Returns how many are expected before {@code nanos}. */
    double by(long nanos) {
        int after = place(edges, Math.max(0, nanos));
        if (after == edges.size()) {
            return expected.get(after - 1);
        }
        long from = edges.get(after - 1);
        double share = (double) (Math.max(0, nanos) - from) / (edges.get(after) - from);
        return expected.get(after - 1) + share * (expected.get(after) - expected.get(after - 1));
    }

    /** Returns when so many have come; -1 if that is not before the end. */
    long when(double count) {
        int after = place(expected, count);
        if (after == expected.size()) {
            return -1;
        }
        double share = (count - expected.get(after - 1)) / (expected.get(after) - expected.get(after - 1));
        return edges.get(after - 1) + (long) (share * (edges.get(after) - edges.get(after - 1)));
    }

    /** Returns the place of the first in a sorted list that is greater than {@code value}. */
    private static <V extends Comparable<V>> int place(List<V> sorted, V value) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (sorted.get(middle).compareTo(value) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    double perSecond(long nanos) {
        double sum = 0;
        for (Profile curve : curves) {
            sum += curve.perSecondAt(nanos);
        }
        return sum;
    }

    double usualPerSecond(long nanos) {
        return usual.perSecondAt(nanos);
    }
}
