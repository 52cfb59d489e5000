package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.internal.parts.Job.State;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.live.Store;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.spi.Vital;
import dev.foreshock.engine.spi.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool of connections with one queue; maybe with a standby. */
public final class Database implements Component {
    /** The setting that can be changed while it runs. */
    public static final String CHANGEABLE = "pool";

    private static final int MOST_CONNECTIONS = 1_000_000_000;
    private static final int DONE = 0;
    private static final int WAITED_TOO_LONG = 1;

    private final Workbench bench;
    private int pool;
    private final long poolWaitNanos;
    private final TimeSampler query;
    private final long queryStream;
    final Jobs jobs = new Jobs();
    private final Chain running = new Chain();
    private final Chain queue = new Chain();
    private final Meter meter;
    private final Saturation saturation;
    private final Hindrance hindrance = new Hindrance();
    private final HeldDown held = new HeldDown();
    private final @Nullable Pair pair;
    private final @Nullable Kept kept;
    private boolean down;
    /** Whether a fault killed it that does not end by itself: nobody starts a database. */
    private boolean isGone;

    /** Builds the database. */
    public Database(DatabaseSpec spec, Workbench bench) {
        this(spec, bench, null);
    }

    /** Builds the database; its standby is that of {@code store}, if there is one. */
    @SuppressWarnings("this-escape")
    public Database(DatabaseSpec spec, Workbench bench, @Nullable Store store) {
        this.bench = bench;
        pool = spec.pool();
        poolWaitNanos = spec.poolWait() == null ? 0 : spec.poolWait().toNanos();
        query = spec.query().sampler();
        queryStream = bench.stream("query");
        meter = new Meter(pool);
        saturation = new Saturation(bench.notes(), bench.name(), "connections");
        StandbySpec standby = spec.standby();
        pair = standby == null || store != null ? null : new Pair(standby, this, bench);
        kept = standby == null || store == null ? null : new Kept(store, standby, bench);
    }

    @Override
    public void arrive(int call, long nowNanos) {
        if (down) {
            bench.calls().respond(call, Outcome.REFUSED);
            return;
        }
        Job job = jobs.take(call);
        job.since = nowNanos;
        bench.calls().note(call, job.number);
        if (running.size() < pool) {
            run(job, nowNanos);
        } else {
            job.state = State.QUEUED;
            queue.addLast(job);
            saturation.queued(queue.size(), pool, hindrance.cause(), nowNanos);
            if (poolWaitNanos > 0) {
                job.timer = bench.timers().at(nowNanos + poolWaitNanos, WAITED_TOO_LONG, job.number);
            }
        }
        meter.set(running.size(), queue.size(), nowNanos);
    }

    @Override
    public void on(int op, int number, long nowNanos) {
        if (op == DONE) {
            done(jobs.at(number), nowNanos);
        } else if (op == WAITED_TOO_LONG) {
            end(jobs.at(number), Outcome.SHED, nowNanos);
        } else if (pair != null) {
            pair.on(op, nowNanos);
        }
    }

    private void done(Job job, long now) {
        if (kept != null) {
            job.state = State.CALLING;
            job.timer = 0;
            kept.carryOut(job);
        } else if (pair == null || !pair.writes(job.call)) {
            end(job, Outcome.OK, now);
        } else if (hindrance.speed() == 0) { // the standby has it, but the primary hears of that when it goes on
            job.state = State.WORKING;
            job.left = 0;
            goOn(job, now);
        } else if (job.tries == 0 && pair.confirmationNanos() > 0) {
            job.tries = 1;
            job.state = State.CALLING;
            job.timer = bench.timers().at(now + pair.confirmationNanos(), DONE, job.number);
        } else {
            pair.acknowledged(now);
            end(job, Outcome.OK, now);
        }
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.Resize resize) {
            bench.notes().add(Event.ACTED, action.toString(), cause);
            pool(Math.round(pool * resize.factor().factor()), nowNanos);
        } else if (action instanceof Action.Assign change) {
            bench.notes().add(Event.ACTED, action.toString(), cause);
            pool(Math.round(change.number()), nowNanos);
        }
    }

    /** Queries that run go on, also where there are fewer connections now. */
    private void pool(long connections, long now) {
        pool = (int) Math.max(1, Math.min(MOST_CONNECTIONS, connections));
        meter.workers(pool, now);
        startWaiting(now);
        meter.set(running.size(), queue.size(), now);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        Job job = jobs.at(bench.calls().note(call));
        bench.timers().cancel(job.timer);
        end(job, Outcome.CANCELLED, nowNanos);
    }

    /** Takes what came of a query that the store has carried out; returns whether anybody still waited for it. */
    public boolean carriedOut(long ticket, Outcome outcome, long nowNanos) {
        Job job = kept == null ? null : kept.carriedOut(ticket, outcome, nowNanos);
        if (job != null) {
            end(job, outcome, nowNanos);
        }
        return job != null;
    }

    /** Takes what the store knows of a failover by now. */
    public void failover(Failover known) {
        if (kept != null) {
            kept.failover(known);
        }
    }

    private void run(Job job, long now) {
        running.addLast(job);
        job.state = State.WORKING;
        meter.waited(now - job.since);
        bench.timers().cancel(job.timer);
        long key = bench.calls().key(job.call);
        job.left = query.nextNanos(bench.random().at(queryStream, key));
        goOn(job, now);
    }

    private void goOn(Job job, long now) {
        job.since = now;
        job.timer = bench.timers().at(now + (long) Pace.nanosFor(job.left, hindrance.speed()), DONE, job.number);
    }

    private void end(Job job, Outcome outcome, long now) {
        int call = job.call;
        if (kept != null) {
            kept.forget(job);
        }
        if (job.state == State.QUEUED) {
            queue.remove(job);
        } else {
            running.remove(job);
        }
        jobs.give(job);
        startWaiting(now);
        meter.set(running.size(), queue.size(), now);
        bench.calls().respond(call, outcome);
    }

    private void startWaiting(long now) {
        for (Job job = queue.first(); job != null && running.size() < pool; job = queue.first()) {
            queue.remove(job);
            if (bench.calls().deadlineNanos(job.call) < now) {
                int call = job.call;
                bench.timers().cancel(job.timer);
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
    public void strike(Strike strike, long nowNanos) {
        if (pair != null && pair.isBetweenPrimaries()) {
            if (!strike.begins()) {
                forget(strike);
            }
            return;
        }
        if (kept != null && !(strike.effect() instanceof Slow)) {
            kept.struck(strike);
            if (strike.begins() && strike.effect() instanceof Crash) {
                lose(nowNanos);
            }
        } else if (!(strike.effect() instanceof Crash)) {
            changeSpeed(strike, nowNanos);
        } else if (strike.begins()) {
            crash(strike, nowNanos);
        } else {
            held.strike(strike);
            if (down && !isGone && !held.isDown()) {
                down = false;
                bench.notes().add(Event.UP, bench.name() + " is up", strike.cause());
                tellPair(strike.cause(), nowNanos);
            }
        }
    }

    /** Ends a fault that struck a primary which is out of service. */
    private void forget(Strike end) {
        if (end.effect() instanceof Crash) {
            held.strike(end);
        } else {
            hindrance.strike(end);
        }
    }

    private void tellPair(int entry, long now) {
        if (pair != null && (down || hindrance.speed() == 0)) {
            pair.broke(entry, now);
        } else if (pair != null) {
            pair.mended();
        }
    }

    private void crash(Strike strike, long now) {
        held.strike(strike);
        isGone |= !strike.lasts();
        if (!down) {
            int entry = bench.notes().add(Event.CRASHED, bench.name() + " crashes: it is killed", strike.cause());
            down = true;
            saturation.emptied(now);
            lose(now);
            tellPair(entry, now);
        }
    }

    /** Tells whether there is a process, be it that it stands still. */
    boolean isThere() {
        return !down;
    }

    /** Takes the primary out of service for good: what it holds is lost, and what comes is refused until another is reached. */
    void fence(long now) {
        held.letGo();
        hindrance.leaveBehind();
        isGone = false;
        if (!down) {
            down = true;
            saturation.emptied(now);
            lose(now);
        }
    }

    /** Handles that calls reach a new primary. */
    void reached() {
        down = false;
    }

    private void changeSpeed(Strike strike, long now) {
        double before = hindrance.speed();
        hindrance.strike(strike);
        for (Job job = running.first(); job != null; job = job.next) {
            if (job.state == State.WORKING) {
                job.left = Math.max(0, job.left - (now - job.since) * before);
                bench.timers().cancel(job.timer);
                goOn(job, now);
            }
        }
        tellPair(strike.cause(), now);
    }

    private void lose(long now) {
        int[] lost = new int[holding()];
        int count = 0;
        for (Chain chain : List.of(running, queue)) {
            for (Job job = chain.first(); job != null; job = chain.first()) {
                chain.remove(job);
                bench.timers().cancel(job.timer);
                if (kept != null) {
                    kept.forget(job);
                }
                lost[count++] = job.call;
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
        return down || (kept != null && !kept.isUp()) ? 0 : 1;
    }

    @Override
    public Vital vital() {
        if (up() == 0) {
            return Vital.REFUSES;
        }
        return hindrance.speed() == 0 ? Vital.STANDS : Vital.ANSWERS;
    }

    @Override
    public int holding() {
        return running.size() + queue.size();
    }

    @Override
    public List<Failover> failovers() {
        if (kept != null) {
            return kept.failovers();
        }
        return pair == null ? List.of() : pair.failovers();
    }

    @Override
    public Meter meter() {
        return meter;
    }
}
