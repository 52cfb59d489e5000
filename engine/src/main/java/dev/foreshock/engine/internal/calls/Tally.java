package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.result.Outcome;

/** Counts what arrives at one component and how it ends there, on the engine's side. */
public final class Tally {
    private final long[] ended = new long[Outcome.count()];
    private long arrivals;
    private long answers;
    private long givenUp;
    private double goodNanos;
    private long good;

    void arrived() {
        arrivals++;
    }

    void answered(Outcome outcome, boolean late, long tookNanos) {
        answers++;
        if (late) {
            return;
        }
        ended[outcome.index()]++;
        if (outcome == Outcome.OK) {
            good++;
            goodNanos += tookNanos;
        }
    }

    void givenUp(Outcome outcome) {
        givenUp++;
        ended[outcome.index()]++;
    }

    /** Returns the calls that arrived. */
    public long arrivals() {
        return arrivals;
    }

    /** Returns the calls that arrived and were not answered. */
    public long unanswered() {
        return arrivals - answers;
    }

    /** Returns the calls answered as wanted, in time. */
    public long good() {
        return good;
    }

    /** Returns the calls that are over for their caller: answered in time, or given up. */
    public long over() {
        return answersInTime() + givenUp;
    }

    /** Returns the calls that ended with {@code outcome} for their caller. */
    public long ended(Outcome outcome) {
        return ended[outcome.index()];
    }

    /** Returns the time in the component of all calls answered as wanted together, in nanoseconds. */
    public double goodNanos() {
        return goodNanos;
    }

    private long answersInTime() {
        long sum = -givenUp;
        for (long count : ended) {
            sum += count;
        }
        return sum;
    }
}
