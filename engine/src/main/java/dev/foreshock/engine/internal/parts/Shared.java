package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.spi.Timers;

/**
 * Processor sharing: all jobs at once, each with an equal share of the workers and never more than one of them. With {@code n}
 * jobs each is worked on at the rate {@code speed * min(1, workers / n)}.
 *
 * <p>Virtual time runs at that rate. A job of work {@code x} that began at virtual time {@code v} is done at {@code v + x}, whatever
 * comes and goes in between; so the jobs stand in a heap by that time and only the first needs a timer (Kleinrock, "Time-shared
 * systems: a theoretical treatment", 1967; virtual time after Parekh and Gallager, 1993).
 */
final class Shared implements Pace {
    /** A part of a nanosecond, to forgive rounding. */
    private static final double SLACK_NANOS = 1e-3;

    private final ServerKit kit;
    private final Replica replica;
    private final Timers timers;
    private final JobHeap ends = new JobHeap();
    private int workers;
    private double speed = 1;
    private double virtualNanos;
    private long changedNanos;
    private long timer;
    private int countedBusy;
    private int countedExcess;

    Shared(ServerKit kit, Replica replica, int workers) {
        this.kit = kit;
        this.replica = replica;
        this.workers = workers;
        timers = kit.bench.timers();
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public int excess() {
        return countedExcess;
    }

    @Override
    public void start(Job job, long nowNanos) {
        advance(nowNanos);
        timers.cancel(job.timer);
        job.timer = 0;
        ends.add(job, virtualNanos + job.left);
        changed(nowNanos);
    }

    @Override
    public void stop(Job job, long nowNanos) {
        if (ends.contains(job)) {
            advance(nowNanos);
            job.left = Math.max(0, ends.keyOf(job) - virtualNanos);
            ends.remove(job);
            changed(nowNanos);
        }
    }

    @Override
    public void speed(double to, long nowNanos) {
        advance(nowNanos);
        speed = to;
        changed(nowNanos);
    }

    @Override
    public void workers(int count, long nowNanos) {
        advance(nowNanos);
        workers = count;
        changed(nowNanos);
    }

    @Override
    public void due(long nowNanos) {
        timer = 0;
        advance(nowNanos);
        for (Job job = ends.first(); job != null && isDone(job); job = ends.first()) {
            ends.remove(job);
            changed(nowNanos);
            replica.workDone(job, nowNanos);
        }
        changed(nowNanos);
    }

    private boolean isDone(Job job) {
        return ends.keyOf(job) <= virtualNanos + SLACK_NANOS;
    }

    private double rate() {
        return speed * Math.min(1, (double) workers / ends.size());
    }

    private void advance(long nowNanos) {
        if (ends.size() > 0) {
            virtualNanos += (nowNanos - changedNanos) * rate();
        } else {
            virtualNanos = 0;
        }
        changedNanos = nowNanos;
    }

    /** Sets the timer anew, and counts workers and jobs, after a change. */
    private void changed(long nowNanos) {
        int busy = Math.min(workers, ends.size());
        int excess = ends.size() - busy;
        kit.busy[0] += busy - countedBusy;
        kit.waiting[0] += excess - countedExcess;
        countedBusy = busy;
        countedExcess = excess;
        timers.cancel(timer);
        timer = 0;
        Job first = ends.first();
        if (first != null) {
            double left = Math.max(0, ends.keyOf(first) - virtualNanos);
            timer = timers.at(
                    nowNanos + (long) Math.ceil(Pace.nanosFor(left, rate())), Replica.SHARED_DONE, replica.index);
        }
    }
}
