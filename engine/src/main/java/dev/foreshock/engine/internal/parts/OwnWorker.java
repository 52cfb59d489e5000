package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.spi.Timers;

/** Every job in service has a worker of its own. A change of speed changes how long its remainder takes. */
final class OwnWorker implements Pace {
    private final Jobs jobs;
    private final Chain inService;
    private final Timers timers;
    private int workers;
    private double speed = 1;

    OwnWorker(Jobs jobs, Chain inService, Timers timers, int workers) {
        this.jobs = jobs;
        this.inService = inService;
        this.timers = timers;
        this.workers = workers;
    }

    @Override
    public boolean hasRoom() {
        return inService.size() < workers;
    }

    @Override
    public int excess() {
        return 0;
    }

    @Override
    public void start(int job, long nowNanos) {
        jobs.since[job] = nowNanos;
        timers.cancel(jobs.timer[job]);
        jobs.timer[job] = timers.at(
                nowNanos + (long) Math.min(TimeSampler.MOST_NANOS, jobs.left[job] / speed), Replica.WORK_DONE, job);
    }

    @Override
    public void stop(int job, long nowNanos) {
        timers.cancel(jobs.timer[job]);
        jobs.timer[job] = 0;
        leave(job, nowNanos);
    }

    private void leave(int job, long nowNanos) {
        jobs.left[job] = Math.max(0, jobs.left[job] - (nowNanos - jobs.since[job]) * speed);
    }

    @Override
    public void speed(double to, long nowNanos) {
        for (int job = inService.first(); job != Jobs.NONE; job = jobs.next[job]) {
            if (jobs.state[job] == Jobs.WORKING) {
                leave(job, nowNanos);
            }
        }
        speed = to;
        for (int job = inService.first(); job != Jobs.NONE; job = jobs.next[job]) {
            if (jobs.state[job] == Jobs.WORKING) {
                start(job, nowNanos);
            }
        }
    }

    @Override
    public void workers(int count, long nowNanos) {
        workers = count;
    }

    @Override
    public void due(long nowNanos) {
        throw new IllegalStateException("every job has a timer of its own");
    }
}
