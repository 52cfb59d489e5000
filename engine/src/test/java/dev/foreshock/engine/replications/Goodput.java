package dev.foreshock.engine.replications;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.result.Outcome;

/** Counts the requests that were sent within a window, and those of them that were answered as wanted. */
final class Goodput implements Probe {
    private final long fromNanos;
    private final long untilNanos;
    private long ended;
    private long good;

    Goodput(double fromSeconds, double untilSeconds) {
        fromNanos = Math.round(fromSeconds * 1e9);
        untilNanos = Math.round(untilSeconds * 1e9);
    }

    @Override
    public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
        long sent = nowNanos - tookNanos;
        if (sent >= fromNanos && sent < untilNanos) {
            ended++;
            good += outcome == Outcome.OK ? 1 : 0;
        }
    }

    double perSecond() {
        return good / ((untilNanos - fromNanos) / 1e9);
    }

    double share() {
        return (double) good / ended;
    }
}
