package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.internal.parts.Job.State;
import dev.foreshock.engine.spi.Timers;

/** Every job in service has a worker of its own. A change of speed changes how long its remainder takes. */
final class OwnWorker implements Pace {
    private final Chain inService;
    private final Timers timers;
    private int workers;
    private double speed = 1;

    OwnWorker(Chain inService, Timers timers, int workers) {
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
    public void start(Job job, long nowNanos) {
        job.since = nowNanos;
        timers.cancel(job.timer);
        job.timer = timers.at(nowNanos + (long) Pace.nanosFor(job.left, speed), Replica.WORK_DONE, job.number);
    }

    @Override
    public void stop(Job job, long nowNanos) {
        timers.cancel(job.timer);
        job.timer = 0;
        leave(job, nowNanos);
    }

    private void leave(Job job, long nowNanos) {
        job.left = Math.max(0, job.left - (nowNanos - job.since) * speed);
    }

    @Override
    public void speed(double to, long nowNanos) {
        for (Job job = inService.first(); job != null; job = job.next) {
            if (job.state == State.WORKING) {
                leave(job, nowNanos);
            }
        }
        speed = to;
        for (Job job = inService.first(); job != null; job = job.next) {
            if (job.state == State.WORKING) {
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
