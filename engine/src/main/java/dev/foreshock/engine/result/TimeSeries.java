package dev.foreshock.engine.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures in consecutive bins of equal length.
 *
 * <p>Requests count for the bin they were sent in. Gauges are taken at the end of a bin.
 *
 * @param binNanos the length of a bin
 * @param offered requests sent
 * @param succeeded those of them that succeeded
 * @param failed those of them that ended otherwise
 * @param affected users of the population who became affected
 * @param p50 median response time of the requests that ended, in seconds; NaN in an empty bin
 * @param p99 99 % quantile of the same
 * @param gauges further series by name, such as {@code web.up}, {@code web.inFlight} or {@code web.waiting}
 * @param failures the failed requests by how they ended, under {@link Outcome#text()}; those that never occurred are absent
 */
public record TimeSeries(
        long binNanos,
        List<Long> offered,
        List<Long> succeeded,
        List<Long> failed,
        List<Long> affected,
        List<Double> p50,
        List<Double> p99,
        Map<String, List<Double>> gauges,
        Map<String, List<Long>> failures) {
    /** Copies the lists. */
    public TimeSeries {
        offered = List.copyOf(offered);
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
        affected = List.copyOf(affected);
        p50 = List.copyOf(p50);
        p99 = List.copyOf(p99);
        gauges = Collections.unmodifiableMap(new TreeMap<>(gauges));
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /** Returns the first {@code count} bins, without response times, gauges and kinds of failures. */
    public TimeSeries first(int count) {
        return new TimeSeries(
                binNanos,
                offered.subList(0, count),
                succeeded.subList(0, count),
                failed.subList(0, count),
                affected.subList(0, count),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    /** Returns the number of bins. */
    public int size() {
        return offered.size();
    }
}
