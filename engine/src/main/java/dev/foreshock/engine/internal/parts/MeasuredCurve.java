package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.MeasurementSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Measurements over a rate: straight lines between them, and constant beyond the first and the last. */
final class MeasuredCurve {
    private static final double Z99 = 2.3263478740408408;

    private final double[] rates;
    private final double[] medians;
    private final double[] highs;
    private final double[] errors;
    private int left;
    private int right;
    private double share;

    MeasuredCurve(Collection<MeasurementSpec> points) {
        List<MeasurementSpec> sorted = points.stream()
                .sorted(Comparator.comparingDouble(point -> point.at().perSecond()))
                .toList();
        rates = sorted.stream().mapToDouble(point -> point.at().perSecond()).toArray();
        medians = sorted.stream().mapToDouble(point -> point.p50().toNanos()).toArray();
        highs = sorted.stream().mapToDouble(point -> point.p99().toNanos()).toArray();
        errors = sorted.stream().mapToDouble(point -> point.errors().share()).toArray();
    }

    /** Moves to a rate. */
    void moveTo(double perSecond) {
        right = 0;
        while (right < rates.length - 1 && rates[right] < perSecond) {
            right++;
        }
        left = Math.max(0, right - 1);
        double width = rates[right] - rates[left];
        share = width == 0 ? 1 : Math.max(0, Math.min(1, (perSecond - rates[left]) / width));
    }

    /** Returns the share of errors. */
    double errorShare() {
        return between(errors);
    }

    /** Returns the time that is exceeded as often as a standard normal number exceeds {@code z}, in nanoseconds. */
    double nanos(double z) {
        double median = between(medians);
        double sigma = StrictMath.log(between(highs) / median) / Z99;
        return median * StrictMath.exp(sigma * z);
    }

    private double between(double[] values) {
        return values[left] + share * (values[right] - values[left]);
    }
}
