package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.live.Seen;
import dev.foreshock.engine.result.Outcome;

/** Counts what arrives at one component and how it ends there, on the engine's side. */
public final class Tally {
    private final long[] ended = new long[Outcome.count()];
    private long arrivals;
    private long answers;
    private long takenOver;
    private long givenUp;
    private long good;
    private long completions;
    private double insideNanos;
    private long inside;
    private double feltNanos;
    private long turnedAway;
    private long hedges;

    void arrived() {
        arrivals++;
    }

    void answered(Outcome outcome, boolean late, long tookNanos) {
        answers++;
        completions += outcome == Outcome.OK ? 1 : 0;
        if (outcome != Outcome.REFUSED && outcome != Outcome.SHED) {
            inside++;
            insideNanos += tookNanos;
        }
        if (late) {
            return;
        }
        feltNanos += tookNanos;
        ended[outcome.index()]++;
        good += outcome == Outcome.OK ? 1 : 0;
    }

    void givenUp(Outcome outcome, long waitedNanos) {
        givenUp++;
        feltNanos += waitedNanos;
        ended[outcome.index()]++;
    }

    void tookOver() {
        takenOver++;
    }

    void finished() {
        takenOver--;
    }

    void turnedAway() {
        turnedAway++;
    }

    void hedged() {
        hedges++;
    }

    /** Returns the attempts that callers turned away by themselves: they never arrived. */
    public long turnedAwayByCallers() {
        return turnedAway;
    }

    /** Returns the attempts that callers sent beside others; those that arrived are among the {@link #arrivals}. */
    public long hedges() {
        return hedges;
    }

    /** Returns the calls that arrived. */
    public long arrivals() {
        return arrivals;
    }

    /** Returns the calls that arrived and were not answered. */
    public long unanswered() {
        return arrivals - answers;
    }

    /** Returns the work that was taken over from calls and is not finished. */
    public long unfinished() {
        return takenOver;
    }

    /** Returns the calls answered as wanted, in time or too late for their caller. */
    public long completions() {
        return completions;
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

    /** Returns the mean time in the component of the calls that got in and were answered, in seconds; NaN if none was. */
    public double meanSecondsInside() {
        return insideNanos / inside / 1e9;
    }

    /** Returns the time that callers waited for the calls that are {@link #over}, together, in nanoseconds. */
    public double feltNanos() {
        return feltNanos;
    }

    /** Returns what callers have seen. */
    public Seen seen() {
        return new Seen(arrivals, over(), ended(Outcome.OK), feltNanos);
    }

    private long answersInTime() {
        long sum = -givenUp;
        for (long count : ended) {
            sum += count;
        }
        return sum;
    }
}
