package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.PackedHistogram;

/**
 * How the requests of one class, or of all, ended in the windows. Its memory does not grow with the run, but with how many different
 * response times there are in a window; these are kept to three digits.
 */
final class Answers {
    private static final int DIGITS = 3;
    private static final double MICROS = 1e6;
    private static final int FEWEST_BEYOND = 10 * BatchMeans.BATCHES;
    private static final Map<String, Double> QUANTILES =
            new TreeMap<>(Map.of("p50", 0.5, "p90", 0.9, "p95", 0.95, "p99", 0.99, "p999", 0.999));

    private final Windows windows;
    private final double[] ended;
    private final double[] good;
    private final double[] seconds;
    private final Map<Integer, PackedHistogram> micros = new TreeMap<>();

    Answers(Windows windows) {
        this.windows = windows;
        ended = windows.zeros();
        good = windows.zeros();
        seconds = windows.zeros();
    }

    void add(Outcome outcome, long tookNanos, long nowNanos) {
        int window = windows.at(nowNanos);
        if (window < 0) {
            return;
        }
        ended[window]++;
        good[window] += outcome == Outcome.OK ? 1 : 0;
        seconds[window] += tookNanos / 1e9;
        micros.computeIfAbsent(window, number -> new PackedHistogram(DIGITS)).recordValue(tookNanos / 1000);
    }

    /** Returns how many ended in the windows. */
    long count() {
        return (long) Arrays.stream(ended).sum();
    }

    /** Returns how many succeeded in each window. */
    double[] good() {
        return good;
    }

    /** Puts the measures of these requests into {@code measures}, each under its name and {@code suffix}. */
    void measure(String suffix, Map<String, BatchMeans> measures) {
        measures.put("response-time.mean" + suffix, BatchMeans.ofRatio(seconds, ended));
        measures.put("success" + suffix, BatchMeans.ofRatio(good, ended));
        List<PackedHistogram> batches = new ArrayList<>();
        for (int batch = 0; batch < BatchMeans.BATCHES; batch++) {
            batches.add(new PackedHistogram(DIGITS));
        }
        micros.forEach(
                (window, histogram) -> batches.get(window / BatchMeans.PARTS).add(histogram));
        PackedHistogram all = new PackedHistogram(DIGITS);
        batches.forEach(all::add);
        QUANTILES.forEach((name, share) -> quantile(share, all, batches)
                .ifPresent(found -> measures.put("response-time." + name + suffix, found)));
    }

    /**
     * Returns a quantile with the interval that comes of the one of its share: from the quantile of {@code q - h} to that of
     * {@code q + h}, where {@code h} is half the interval of the share of requests that take no longer (Woodruff 1952, Confidence
     * intervals for medians and other position measures; by batches, so that neighbors may hang together). Nothing where fewer than
     * 200 requests are beyond it, or the interval has no end.
     */
    private Optional<BatchMeans> quantile(double q, PackedHistogram all, List<PackedHistogram> batches) {
        if (all.getTotalCount() * Math.min(q, 1 - q) < FEWEST_BEYOND) {
            return Optional.empty();
        }
        long value = all.getValueAtPercentile(100 * q);
        double[] within = windows.zeros();
        micros.forEach((window, histogram) -> within[window] = histogram.getCountBetweenValues(0, value));
        BatchMeans share = BatchMeans.ofRatio(within, ended);
        double low = q - share.mean().halfWidth();
        double high = q + share.mean().halfWidth();
        return low > 0 && high < 1
                ? Optional.of(share.of(
                        new Estimate(
                                value / MICROS,
                                all.getValueAtPercentile(100 * low) / MICROS,
                                all.getValueAtPercentile(100 * high) / MICROS,
                                share.mean().n()),
                        batches.stream()
                                .map(batch -> batch.getTotalCount() > 0
                                        ? batch.getValueAtPercentile(100 * q) / MICROS
                                        : Double.NaN)
                                .toList()))
                : Optional.empty();
    }
}
