package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RequestFigures;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.result.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what users send, get and suffer. Requests count for the time they were sent at. Classes of requests are
 * numbered from 1 on; what is of no class counts for all requests alone.
 */
final class Ledger {
    private static final int MAX_MINUTES = 1 << 15;
    private static final int OFFERED = 0;
    private static final int GOOD = 1;
    private static final int BAD = 2;
    private static final int AFFECTED = 3;
    private static final int COUNTERS = 4;
    private static final int OUTCOMES = COUNTERS + QuickQuantiles.BUCKETS;

    /** After the counters of all requests: good and bad ones of the first class, of the second, and so on. */
    private final BinnedCounts minutes;

    private final BinnedCounts fine;
    private final RequestLedger all = new RequestLedger();
    private final List<String> names;
    private final RequestLedger[] classes;
    private final long windowStart;
    private final long windowEnd;
    private final long minuteNanos;
    private final long binNanos;
    private long population;
    private long affected;

    /**
     * Creates an empty ledger.
     *
     * @param names the classes of requests, in the order of their numbers
     * @param minuteNanos what is called a minute
     * @param binNanos the length of a bin of the series, as long as there are few
     */
    Ledger(long windowStart, long windowEnd, List<String> names, long minuteNanos, long binNanos) {
        fine = new BinnedCounts(OUTCOMES + Outcome.count(), binNanos, GaugeBook.MAX_BINS);
        this.minuteNanos = minuteNanos;
        this.binNanos = binNanos;
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
        this.names = names;
        minutes = new BinnedCounts(COUNTERS + 2 * names.size(), minuteNanos, MAX_MINUTES);
        classes = names.stream().map(name -> new RequestLedger()).toArray(RequestLedger[]::new);
    }

    /** Returns an empty ledger for a run of {@code scenario}. */
    static Ledger of(Scenario scenario) {
        Definitions define = scenario.define();
        List<String> requests = List.copyOf(scenario.system().requests().keySet());
        long bin = BinWidth.of(scenario.clock().lengthNanos());
        return define.population() == null
                ? new Ledger(0, Long.MAX_VALUE, requests, minute(scenario), bin)
                : new Ledger(
                        scenario.clock().nanosAt(define.population().from()),
                        scenario.clock().nanosAt(define.population().until()),
                        requests,
                        minute(scenario),
                        bin);
    }

    /** Tells whether a run of this length is short enough for its minutes; they double when there are too many. */
    static boolean keepsMinutes(Scenario scenario) {
        return scenario.clock().lengthNanos() / minute(scenario) < MAX_MINUTES;
    }

    private static long minute(Scenario scenario) {
        return scenario.define().impact().window().toNanos();
    }

    boolean inWindow(long nanos) {
        return nanos >= windowStart && nanos < windowEnd;
    }

    void sent(long now, int request) {
        all.sent();
        minutes.add(OFFERED, now, 1);
        fine.add(OFFERED, now, 1);
        if (request > 0) {
            classes[request - 1].sent();
        }
    }

    void ended(long sentAt, long now, Outcome outcome, int request) {
        all.ended(outcome, now - sentAt);
        int counter = outcome == Outcome.OK ? GOOD : BAD;
        long[] minute = minutes.at(sentAt);
        minute[counter]++;
        long[] bin = fine.at(sentAt);
        bin[counter]++;
        bin[COUNTERS + QuickQuantiles.bucket(now - sentAt)]++;
        bin[OUTCOMES + outcome.index()]++;
        if (request > 0) {
            classes[request - 1].ended(outcome, now - sentAt);
            minute[outcome == Outcome.OK ? good(request) : good(request) + 1]++;
        }
    }

    private static int good(int request) {
        return COUNTERS + 2 * (request - 1);
    }

    /**
     * Counts a user who leaves.
     *
     * @param counted whether the user is of the population
     * @param affectedAt when the user became affected, or {@link Session#NEVER}
     */
    void left(boolean counted, long affectedAt) {
        if (counted) {
            population++;
            if (affectedAt != Session.NEVER) {
                affected++;
                minutes.add(AFFECTED, affectedAt, 1);
                fine.add(AFFECTED, affectedAt, 1);
            }
        }
    }

    /**
     * Returns a ledger of the same run in which requests are as somebody else saw them, and users as they are here. That one and this
     * must be closed before it is read.
     */
    Ledger asSeen(List<SeenRequest> seen) {
        Ledger other = new Ledger(windowStart, windowEnd, names, minuteNanos, binNanos);
        for (SeenRequest each : seen) {
            int request = names.indexOf(each.request()) + 1;
            other.sent(each.sentNanos(), request);
            if (each.isOver()) {
                other.ended(each.sentNanos(), each.sentNanos() + each.tookNanos(), each.outcome(), request);
            }
        }
        other.population = population;
        other.affected = affected;
        other.minutes.addAll(AFFECTED, minutes);
        other.fine.addAll(AFFECTED, fine);
        return other;
    }

    /** Makes the series reach to the end of the run. */
    void close(long lengthNanos) {
        minutes.at(lengthNanos - 1);
        fine.at(lengthNanos - 1);
    }

    Requests requests() {
        return all.requests();
    }

    Users users() {
        return new Users(population, affected);
    }

    @Nullable
    ResponseTimes responseTimes() {
        return all.responseTimes();
    }

    Map<String, RequestFigures> classes() {
        Map<String, RequestFigures> figures = new TreeMap<>();
        for (int request = 1; request <= classes.length; request++) {
            RequestLedger ledger = classes[request - 1];
            figures.put(
                    names.get(request - 1),
                    new RequestFigures(
                            ledger.requests(),
                            ledger.responseTimes(),
                            minutes.list(good(request)),
                            minutes.list(good(request) + 1)));
        }
        return figures;
    }

    TimeSeries minutes() {
        return series(minutes, List.of(), List.of(), Map.of(), Map.of());
    }

    /** Returns the minutes before {@code now} of which all requests have ended, up to the first of which one has not. */
    TimeSeries minutesForGood(long now) {
        int known = 0;
        int over = (int) Math.min(minutes.size(), now / minuteNanos);
        while (known < over && minutes.get(OFFERED, known) == minutes.get(GOOD, known) + minutes.get(BAD, known)) {
            known++;
        }
        return minutes().first(known);
    }

    /** Returns those who have left and were affected, among {@code everybody}. */
    Users usersAmong(long everybody) {
        return new Users(everybody, affected);
    }

    long windowEndNanos() {
        return windowEnd;
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
        return series(fine, p50, p99, gauges, failures());
    }

    private Map<String, List<Long>> failures() {
        Map<String, List<Long>> failures = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            List<Long> counts = fine.list(OUTCOMES + outcome.index());
            if (outcome != Outcome.OK && counts.stream().anyMatch(count -> count > 0)) {
                failures.put(outcome.text(), counts);
            }
        }
        return failures;
    }

    private static TimeSeries series(
            BinnedCounts counts,
            List<Double> p50,
            List<Double> p99,
            Map<String, List<Double>> gauges,
            Map<String, List<Long>> failures) {
        return new TimeSeries(
                counts.binNanos(),
                counts.list(OFFERED),
                counts.list(GOOD),
                counts.list(BAD),
                counts.list(AFFECTED),
                p50,
                p99,
                gauges,
                failures);
    }
}
