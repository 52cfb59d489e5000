package dev.foreshock.reports;

import static dev.foreshock.reports.Chronicle.at;

import dev.foreshock.engine.result.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Time series made by hand, in bins of 30 s over five hours. */
final class Series {
    private static final long BIN_NANOS = 30_000_000_000L;
    private static final int BINS = 600;

    private final List<Long> offered = new ArrayList<>();
    private final List<Long> succeeded = new ArrayList<>();
    private final List<Long> failed = new ArrayList<>();
    private final List<Long> affected = new ArrayList<>();
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();
    private final List<Double> web = new ArrayList<>();
    private final List<Double> backup = new ArrayList<>();
    private final List<Double> held = new ArrayList<>();
    private final List<Double> waiting = new ArrayList<>();

    private Series() {}

    static TimeSeries calm() {
        Series series = new Series();
        for (int i = 0; i < BINS; i++) {
            long sent = 600 + (i * 37L) % 60;
            series.add(sent, sent, 0.2, 1.1 + (i % 7) * 0.1, 1);
        }
        return series.build();
    }

    static TimeSeries outage() {
        Series series = new Series();
        for (int i = 0; i < BINS; i++) {
            long time = i * BIN_NANOS;
            boolean down = time >= at("08:59:27") && time < at("11:16:25");
            long sent = 600 + (time > at("08:50") ? 1000 + (long) (2000.0 * i / BINS) : 0) + (i * 37L) % 120;
            boolean webUp = !down && (time < at("09:00") || time > at("11:31:25"));
            series.add(
                    sent,
                    down ? sent / 90 : sent - sent / 50,
                    down ? 0.002 : 0.2,
                    down ? 10 : 1.2 + (i % 9) * 0.2,
                    webUp ? 1 : 0);
        }
        series.p50.set(100, Double.NaN);
        series.p99.set(100, Double.NaN);
        return series.build();
    }

    private void add(long sent, long good, double median, double tail, double up) {
        offered.add(sent);
        succeeded.add(good);
        failed.add(sent - good);
        affected.add((sent - good) / 4);
        p50.add(median);
        p99.add(tail);
        web.add(up);
        backup.add(1.0);
        held.add(up * sent / 10);
        waiting.add(up * Math.max(0, sent - 2000));
    }

    private TimeSeries build() {
        return new TimeSeries(
                BIN_NANOS,
                offered,
                succeeded,
                failed,
                affected,
                p50,
                p99,
                Map.of("web.up", web, "backup.up", backup, "web.inFlight", held, "web.waiting", waiting),
                Map.of("refused", failed));
    }
}
