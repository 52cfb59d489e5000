package dev.foreshock.engine.theory;

import dev.foreshock.engine.result.Outcome;

/** What was seen of one class of users, or of one class of requests of theirs, after the warm-up. */
final class Visitors {
    final Times good = new Times();
    final Times all = new Times();
    private final long[] ended = new long[Outcome.count()];
    private long sent;

    void sent() {
        sent++;
    }

    void ended(Outcome outcome, long tookNanos) {
        ended[outcome.index()]++;
        all.add(tookNanos);
        if (outcome == Outcome.OK) {
            good.add(tookNanos);
        }
    }

    long sentRequests() {
        return sent;
    }

    /** Returns the share of ended requests that ended so. */
    double share(Outcome outcome) {
        return (double) ended[outcome.index()] / all.count();
    }

    long ended(Outcome outcome) {
        return ended[outcome.index()];
    }
}
