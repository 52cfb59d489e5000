package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Times;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * The series of a replication as curves, whose bins are the same in all charts.
 *
 * @param run the replication
 */
record Bins(Exemplar run) {
    TimeSeries series() {
        return run.series();
    }

    double seconds() {
        return series().binNanos() / 1e9;
    }

    Curve curve(String name, List<Double> values) {
        return new Curve(name, values, series().binNanos(), false);
    }

    /** Returns a curve that holds its value for a whole bin. */
    Curve steps(String name, List<Double> values) {
        return new Curve(name, values, series().binNanos(), true);
    }

    Curve perSecond(String name, List<Long> counts) {
        return curve(name, counts.stream().map(count -> count / seconds()).toList());
    }

    /** Returns the gauges of this name, by component. */
    Map<String, List<Double>> gauges(String name) {
        Map<String, List<Double>> found = new TreeMap<>();
        String end = "." + name;
        series().gauges().forEach((gauge, values) -> {
            if (gauge.endsWith(end)) {
                found.put(gauge.substring(0, gauge.length() - end.length()), values);
            }
        });
        return found;
    }

    /** Returns when the first of the highest values was. */
    String peakTime(Curve curve) {
        return time(Math.max(0, curve.values().indexOf(curve.most())));
    }

    /** Returns when the first of the highest readings was taken: a gauge is read at the end of a bin. */
    String lookTime(Curve curve) {
        return time(Math.max(0, curve.values().indexOf(curve.most())) + 1);
    }

    String time(int bin) {
        return Times.ofDay(run.clock(), bin * series().binNanos());
    }

    String table(List<Curve> curves, DoubleFunction<String> unit) {
        return ChartTable.of(run.clock(), curves, unit);
    }

    static double most(List<Double> values) {
        return values.stream()
                .mapToDouble(value -> value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    static double least(List<Double> values) {
        return values.stream()
                .mapToDouble(value -> value)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }
}
