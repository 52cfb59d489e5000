package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts requests, how they ended and how long they took; of all, or of one class. */
final class RequestLedger {
    private static final long MOST_MICROS = 86_400_000_000L;

    private final Histogram responseMicros = new Histogram(1, MOST_MICROS, 3);
    private final long[] outcomes = new long[Outcome.count()];
    private long sent;
    private long ended;

    void sent() {
        sent++;
    }

    void ended(Outcome outcome, long tookNanos) {
        ended++;
        outcomes[outcome.index()]++;
        responseMicros.recordValue(Math.min(MOST_MICROS, tookNanos / 1000));
    }

    Requests requests() {
        Map<String, Long> byOutcome = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcomes[outcome.index()] > 0) {
                byOutcome.put(outcome.text(), outcomes[outcome.index()]);
            }
        }
        long good = outcomes[Outcome.OK.index()];
        return new Requests(sent, good, ended - good, sent - ended, byOutcome);
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
}
