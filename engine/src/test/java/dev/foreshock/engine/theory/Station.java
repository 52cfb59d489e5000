package dev.foreshock.engine.theory;

import dev.foreshock.engine.result.Outcome;

/** What was seen of one component after the warm-up. */
final class Station {
    final Level inside;
    final Level busy;
    final Level waiting;
    final Level workers;
    final Times waits;
    final Times stays;
    final Times leaves;
    private final Path path = new Path();
    private final long fromNanos;
    private final boolean keepsTimes;
    private final long[] ended = new long[Outcome.count()];
    private long arrivals;
    private long lengthNanos;

    /** Creates a station that keeps the times and the path of calls, or their levels alone: the former take megabytes. */
    Station(long fromNanos, boolean keepsTimes) {
        this.fromNanos = fromNanos;
        this.keepsTimes = keepsTimes;
        waits = keepsTimes ? new Times() : Times.none();
        stays = keepsTimes ? new Times() : Times.none();
        leaves = keepsTimes ? new Times() : Times.none();
        inside = new Level(fromNanos);
        busy = new Level(fromNanos);
        waiting = new Level(fromNanos);
        workers = new Level(fromNanos);
    }

    void arrived(long now) {
        inside.add(1, now);
        if (keepsTimes) {
            path.set(inside.value(), now);
        }
        arrivals += now >= fromNanos ? 1 : 0;
    }

    void began(long waitedNanos, long now) {
        if (keepsTimes && now >= fromNanos) {
            waits.add(waitedNanos);
        }
    }

    void answered(Outcome outcome, long insideNanos, long now) {
        inside.add(-1, now);
        if (keepsTimes) {
            path.set(inside.value(), now);
        }
        if (now >= fromNanos) {
            ended[outcome.index()]++;
            if (keepsTimes && outcome == Outcome.OK) {
                stays.add(insideNanos);
            } else if (keepsTimes && outcome == Outcome.TIMED_OUT) {
                leaves.add(insideNanos);
            }
        }
    }

    void occupied(long workerCount, int busyCount, int waitingCount, long now) {
        workers.set((int) workerCount, now);
        busy.set(busyCount, now);
        waiting.set(waitingCount, now);
    }

    void close(long endNanos) {
        inside.advance(endNanos);
        busy.advance(endNanos);
        waiting.advance(endNanos);
        workers.advance(endNanos);
        lengthNanos = endNanos - fromNanos;
    }

    /** Returns how many calls were inside at a time. */
    int numberAt(long nanos) {
        return path.at(nanos);
    }

    long arrivals() {
        return arrivals;
    }

    long ended(Outcome outcome) {
        return ended[outcome.index()];
    }

    /** Returns the share of arrivals that ended so. */
    double share(Outcome outcome) {
        return (double) ended(outcome) / arrivals;
    }

    /** Returns the share of arrivals that had to wait, be it that they left. */
    double shareThatWaits() {
        return (waits.count() * waits.positiveShare() + leaves.count()) / (waits.count() + leaves.count());
    }

    /** Returns the mean time in the queue of those who were served and of those who left. */
    double meanWaitOfAllSeconds() {
        double left = leaves.count() == 0 ? 0 : leaves.meanSeconds() * leaves.count();
        return (waits.meanSeconds() * waits.count() + left) / (waits.count() + leaves.count());
    }

    /** Returns the arrivals per second. */
    double arrivalRate() {
        return arrivals / (lengthNanos / 1e9);
    }

    /** Returns the calls served per second. */
    double throughput() {
        return ended(Outcome.OK) / (lengthNanos / 1e9);
    }

    /** Returns the mean share of its workers that were busy. */
    double utilization() {
        return busy.mean() / workers.mean();
    }
}
