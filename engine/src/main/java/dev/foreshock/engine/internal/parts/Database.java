package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Workbench;
import java.util.List;

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
    private final Chain running = new Chain(jobs);
    private final Chain queue = new Chain(jobs);
    private final Meter meter;
    private final Saturation saturation;
    private final Hindrance hindrance = new Hindrance();
    private boolean down;

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
        if (down) {
            bench.calls().respond(call, Outcome.REFUSED);
            return;
        }
        int job = jobs.take(call);
        jobs.since[job] = nowNanos;
        bench.calls().note(call, job);
        if (running.size() < pool) {
            run(job, nowNanos);
        } else {
            jobs.state[job] = QUEUED;
            queue.addLast(job);
            saturation.queued(queue.size(), pool, hindrance.cause(), nowNanos);
            if (poolWaitNanos > 0) {
                jobs.timer[job] = bench.timers().at(nowNanos + poolWaitNanos, WAITED_TOO_LONG, job);
            }
        }
        meter.set(running.size(), queue.size(), nowNanos);
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
        running.addLast(job);
        jobs.state[job] = RUNNING;
        meter.waited(now - jobs.since[job]);
        bench.timers().cancel(jobs.timer[job]);
        long key = bench.calls().key(jobs.call[job]);
        jobs.left[job] = query.nextNanos(bench.random().at(queryStream, key));
        goOn(job, now);
    }

    private void goOn(int job, long now) {
        jobs.since[job] = now;
        double takes = jobs.left[job] / hindrance.speed();
        jobs.timer[job] = bench.timers().at(now + (long) Math.min(TimeSampler.MOST_NANOS, takes), DONE, job);
    }

    private void end(int job, Outcome outcome, long now) {
        int call = jobs.call[job];
        if (jobs.state[job] == RUNNING) {
            running.remove(job);
        } else {
            queue.remove(job);
        }
        jobs.give(job);
        startWaiting(now);
        meter.set(running.size(), queue.size(), now);
        bench.calls().respond(call, outcome);
    }

    private void startWaiting(long now) {
        while (running.size() < pool && queue.size() > 0) {
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
    public void strike(ComponentEffect effect, boolean begins, boolean lasts, int cause, long nowNanos) {
        if (!(effect instanceof Crash)) {
            changeSpeed(effect, begins, cause, nowNanos);
        } else if (begins && !down) {
            bench.notes().add(Event.CRASHED, bench.name() + " crashes: it is killed", cause);
            down = true;
            saturation.emptied(nowNanos);
            lose(nowNanos);
        } else if (!begins && down) {
            down = false;
            bench.notes().add(Event.UP, bench.name() + " is up", cause);
        }
    }

    private void changeSpeed(ComponentEffect effect, boolean begins, int cause, long now) {
        double before = hindrance.speed();
        hindrance.strike(effect, begins, cause);
        for (int job = running.first(); job != Jobs.NONE; job = jobs.next[job]) {
            jobs.left[job] = Math.max(0, jobs.left[job] - (now - jobs.since[job]) * before);
            bench.timers().cancel(jobs.timer[job]);
            goOn(job, now);
        }
    }

    private void lose(long now) {
        int[] lost = new int[holding()];
        int count = 0;
        for (Chain chain : List.of(running, queue)) {
            while (chain.size() > 0) {
                int job = chain.first();
                chain.remove(job);
                bench.timers().cancel(jobs.timer[job]);
                lost[count++] = jobs.call[job];
                jobs.give(job);
            }
        }
        meter.set(0, 0, now);
        for (int call : lost) {
            bench.calls().respond(call, Outcome.RESET);
        }
    }

    @Override
    public double up() {
        return down ? 0 : 1;
    }

    @Override
    public int holding() {
        return running.size() + queue.size();
    }

    @Override
    public Meter meter() {
        return meter;
    }
}
