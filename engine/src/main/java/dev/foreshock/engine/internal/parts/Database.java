package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Workbench;

/** A pool of connections with one queue. */
public final class Database implements Component {
    private static final int DONE = 0;
    private static final int WAITED_TOO_LONG = 1;
    private static final byte QUEUED = 0;
    private static final byte RUNNING = 1;

    private final Workbench bench;
    private final int pool;
    private final long poolWaitNanos;
    private final TimeSampler query;
    private final long queryStream;
    final Jobs jobs = new Jobs();
    private final Chain queue = new Chain(jobs);
    private final Meter meter;
    private final Saturation saturation;
    private int busy;

    /** Builds the database. */
    public Database(DatabaseSpec spec, Workbench bench) {
        this.bench = bench;
        pool = spec.pool();
        poolWaitNanos = spec.poolWait() == null ? 0 : spec.poolWait().toNanos();
        query = spec.query().sampler();
        queryStream = bench.stream("query");
        meter = new Meter(pool);
        saturation = new Saturation(bench.notes(), bench.name(), "connections");
    }

    @Override
    public void arrive(int call, long nowNanos) {
        int job = jobs.take(call);
        jobs.since[job] = nowNanos;
        bench.calls().note(call, job);
        if (busy < pool) {
            run(job, nowNanos);
        } else {
            jobs.state[job] = QUEUED;
            queue.addLast(job);
            saturation.queued(queue.size(), pool, Notes.NO_CAUSE, nowNanos);
            if (poolWaitNanos > 0) {
                jobs.timer[job] = bench.timers().at(nowNanos + poolWaitNanos, WAITED_TOO_LONG, job);
            }
        }
        meter.set(busy, queue.size(), nowNanos);
    }

    @Override
    public void on(int op, int job, long nowNanos) {
        if (op == DONE) {
            end(job, Outcome.OK, nowNanos);
        } else {
            end(job, Outcome.SHED, nowNanos);
        }
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        int job = bench.calls().note(call);
        bench.timers().cancel(jobs.timer[job]);
        end(job, Outcome.CANCELLED, nowNanos);
    }

    private void run(int job, long now) {
        busy++;
        jobs.state[job] = RUNNING;
        meter.waited(now - jobs.since[job]);
        bench.timers().cancel(jobs.timer[job]);
        long key = bench.calls().key(jobs.call[job]);
        jobs.timer[job] = bench.timers().at(now + query.nextNanos(bench.random().at(queryStream, key)), DONE, job);
    }

    private void end(int job, Outcome outcome, long now) {
        int call = jobs.call[job];
        if (jobs.state[job] == RUNNING) {
            busy--;
        } else {
            queue.remove(job);
        }
        jobs.give(job);
        startWaiting(now);
        meter.set(busy, queue.size(), now);
        bench.calls().respond(call, outcome);
    }

    private void startWaiting(long now) {
        while (busy < pool && queue.size() > 0) {
            int job = queue.first();
            queue.remove(job);
            if (bench.calls().deadlineNanos(jobs.call[job]) < now) {
                int call = jobs.call[job];
                bench.timers().cancel(jobs.timer[job]);
                jobs.give(job);
                bench.calls().respond(call, Outcome.TIMED_OUT);
            } else {
                run(job, now);
            }
        }
        if (queue.size() == 0) {
            saturation.emptied(now);
        }
    }

    @Override
    public int holding() {
        return busy + queue.size();
    }

    @Override
    public Meter meter() {
        return meter;
    }
}
