package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.result.Users;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes down what users send, get and suffer. Requests count for the time they were sent at. */
final class Ledger {
    private static final long MINUTE = 60_000_000_000L;
    private static final int MAX_MINUTES = 1 << 15;
    private static final int OFFERED = 0;
    private static final int GOOD = 1;
    private static final int BAD = 2;
    private static final int AFFECTED = 3;
    private static final int COUNTERS = 4;
    private static final long MOST_MICROS = 86_400_000_000L;

    private final BinnedCounts minutes = new BinnedCounts(COUNTERS, MINUTE, MAX_MINUTES);
    private final BinnedCounts fine =
            new BinnedCounts(COUNTERS + QuickQuantiles.BUCKETS, GaugeBook.BIN_NANOS, GaugeBook.MAX_BINS);
    private final Histogram responseMicros = new Histogram(1, MOST_MICROS, 3);
    private final long[] outcomes = new long[Outcome.count()];
    private final long windowStart;
    private final long windowEnd;
    private long sent;
    private long population;
    private long affected;

    Ledger(long windowStart, long windowEnd) {
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
    }

    boolean inWindow(long nanos) {
        return nanos >= windowStart && nanos < windowEnd;
    }

    void sent(long now) {
        sent++;
        minutes.add(OFFERED, now, 1);
        fine.add(OFFERED, now, 1);
    }

    void ended(long sentAt, long now, Outcome outcome) {
        outcomes[outcome.index()]++;
        int counter = outcome == Outcome.OK ? GOOD : BAD;
        minutes.add(counter, sentAt, 1);
        fine.add(counter, sentAt, 1);
        fine.add(COUNTERS + QuickQuantiles.bucket(now - sentAt), sentAt, 1);
        responseMicros.recordValue(Math.min(MOST_MICROS, (now - sentAt) / 1000));
    }

    void becameAffected(long now) {
        minutes.add(AFFECTED, now, 1);
        fine.add(AFFECTED, now, 1);
    }

    void left(boolean counted, boolean wasAffected) {
        if (counted) {
            population++;
            if (wasAffected) {
                affected++;
            }
        }
    }

    long endedCount() {
        return Arrays.stream(outcomes).sum();
    }

    /** Makes the series reach to the end of the run. */
    void close(long lengthNanos) {
        minutes.bin(lengthNanos - 1);
        fine.bin(lengthNanos - 1);
    }

    Requests requests() {
        Map<String, Long> byOutcome = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcomes[outcome.index()] > 0) {
                byOutcome.put(outcome.text(), outcomes[outcome.index()]);
            }
        }
        long good = outcomes[Outcome.OK.index()];
        return new Requests(sent, good, endedCount() - good, sent - endedCount(), byOutcome);
    }

    Users users() {
        return new Users(population, affected);
    }

    @Nullable
    ResponseTimes responseTimes() {
        if (responseMicros.getTotalCount() == 0) {
            return null;
        }
        return new ResponseTimes(
                responseMicros.getMean() / 1e6, quantile(50), quantile(90), quantile(99), quantile(99.9));
    }

    private double quantile(double percent) {
        return responseMicros.getValueAtPercentile(percent) / 1e6;
    }

    TimeSeries minutes() {
        return series(minutes, List.of(), List.of(), Map.of());
    }

    TimeSeries fine(Map<String, List<Double>> gauges) {
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        long[] buckets = new long[QuickQuantiles.BUCKETS];
        for (int bin = 0; bin < fine.size(); bin++) {
            for (int bucket = 0; bucket < buckets.length; bucket++) {
                buckets[bucket] = fine.get(COUNTERS + bucket, bin);
            }
            p50.add(QuickQuantiles.quantile(buckets, 0.5));
            p99.add(QuickQuantiles.quantile(buckets, 0.99));
        }
        return series(fine, p50, p99, gauges);
    }

    private static TimeSeries series(
            BinnedCounts counts, List<Double> p50, List<Double> p99, Map<String, List<Double>> gauges) {
        return new TimeSeries(
                counts.binNanos(),
                counts.list(OFFERED),
                counts.list(GOOD),
                counts.list(BAD),
                counts.list(AFFECTED),
                p50,
                p99,
                gauges);
    }
}
