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
        for (int i = 1; i < edges.size(); i++) {
            if (nanos < edges.get(i)) {
                double share = (double) (Math.max(0, nanos) - edges.get(i - 1)) / (edges.get(i) - edges.get(i - 1));
                return expected.get(i - 1) + share * (expected.get(i) - expected.get(i - 1));
            }
        }
        return expected.get(expected.size() - 1);
    }

    /** Returns when so many have come; -1 if that is not before the end. */
    long when(double count) {
        for (int i = 1; i < edges.size(); i++) {
            if (count < expected.get(i)) {
                double share = (count - expected.get(i - 1)) / (expected.get(i) - expected.get(i - 1));
                return edges.get(i - 1) + (long) (share * (edges.get(i) - edges.get(i - 1)));
            }
        }
        return -1;
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
