package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Calls;
import org.jspecify.annotations.Nullable;

/** One server process: workers, a queue and memory. When it is up, and at what speed, is its {@link Life}. */
final class Replica {
    static final int WORK_DONE = 0;
    static final int LEAVES = 1;
    static final int SHARED_DONE = 2;
    private static final int MOST_WORKERS = 1_000_000_000;

    final int index;
    private final ServerKit kit;
    private final Jobs jobs;
    private final Calls calls;
    private final Waiting queue;
    private final Chain inService;
    private final Pace pace;
    private final @Nullable Preemption preemption;
    private final @Nullable AllowedWait allowed;
    private final Saturation saturation;
    private final @Nullable PageCache cache;
    private final Life life;
    private int workers;
    private double heap;

    @SuppressWarnings("this-escape")
    Replica(ServerKit kit, int index) {
        this.kit = kit;
        this.index = index;
        jobs = kit.jobs;
        calls = kit.bench.calls();
        workers = kit.spec.workers();
        queue = kit.scheduling.newQueue();
        boolean shares = kit.scheduling.shares();
        inService = shares ? new Chain(jobs) : new Chain(jobs, kit.busy);
        pace = shares ? new Shared(kit, this, workers) : new OwnWorker(jobs, inService, kit.bench.timers(), workers);
        preemption = kit.scheduling.newPreemption();
        allowed = kit.spec.codel() == null ? null : new AllowedWait(kit.spec.codel());
        saturation = new Saturation(kit.bench.notes(), kit.nameOf(index), "workers");
        MemorySpec memory = kit.spec.memory();
        heap = memory == null ? Double.POSITIVE_INFINITY : memory.heap().count();
        cache = kit.newCache();
        life = new Life(kit, this, saturation);
    }

    /** Tells whether it serves requests. */
    boolean isUp() {
        return life.isUp();
    }

    /** Tells whether requests can reach it, be it that they wait until it is repaired. */
    boolean accepts() {
        return life.accepts();
    }

    /** Returns its number among the replicas of the server, from 0. */
    int index() {
        return index;
    }

    int holding() {
        return inService.size() + queue.size();
    }

    int workers() {
        return workers;
    }

    void take(int call, long now) {
        int job = jobs.take(call);
        jobs.place[job] = index;
        jobs.since[job] = now;
        calls.note(call, job);
        if (hasRoom() || makesRoomFor(job, now)) {
            begin(job, now);
        } else {
            join(job, now);
        }
        if (waiting() > 0) {
            noteQueue(now);
        }
        if (memoryIsFull()) {
            life.crash(holding(), now);
        } else if (waiting() > queueLimit()) {
            end(job, Outcome.SHED, now);
        }
    }

    private boolean hasRoom() {
        return life.isUp() && pace.hasRoom();
    }

    /** Interrupts somebody for an arrival, unless there is nobody to interrupt or no room for whom it would be. */
    private boolean makesRoomFor(int job, long now) {
        if (preemption == null || !life.isUp() || queue.size() >= queueLimit()) {
            return false;
        }
        int victim = preemption.victim(job);
        if (victim != Jobs.NONE) {
            interrupt(victim, now);
        }
        return victim != Jobs.NONE;
    }

    private void join(int job, long now) {
        jobs.state[job] = Jobs.QUEUED;
        queue.join(job, now);
        if (allowed != null) {
            allowed.joined(queue.size(), now);
        }
        if (kit.patience != null) {
            jobs.timer[job] = kit.bench.timers().at(now + kit.patienceNanos(job), LEAVES, job);
        }
    }

    private int waiting() {
        return queue.size() + pace.excess();
    }

    private void noteQueue(long now) {
        int cause = life.causeOfQueue();
        if (waiting() > queueLimit()) {
            saturation.shed(workers, cause, now);
        } else {
            saturation.queued(waiting(), workers, cause, now);
        }
    }

    private int queueLimit() {
        Integer limit = kit.spec.queue();
        return limit == null ? Integer.MAX_VALUE : limit;
    }

    private boolean memoryIsFull() {
        MemorySpec memory = kit.spec.memory();
        return memory != null && (double) holding() * memory.perRequest().count() > heap;
    }

    private void begin(int job, long now) {
        boolean isFirst = jobs.state[job] != Jobs.INTERRUPTED;
        if (isFirst) {
            kit.meter.waited(now - jobs.since[job]);
        }
        inService.addLast(job);
        if (isFirst) {
            jobs.left[job] = Math.min(TimeSampler.MOST_NANOS, kit.workNanos(job) + kit.contentionNanos * holding());
            if (cache != null) {
                jobs.page[job] = cache.page(kit.pageDraw(job));
            }
        }
        jobs.state[job] = Jobs.WORKING;
        if (preemption != null) {
            preemption.started(job);
        }
        pace.start(job, now);
    }

    private void interrupt(int job, long now) {
        pace.stop(job, now);
        if (preemption != null) {
            preemption.stopped(job);
        }
        inService.remove(job);
        jobs.state[job] = Jobs.INTERRUPTED;
        queue.putBack(job, now);
        if (allowed != null) {
            allowed.joined(queue.size(), now);
        }
    }

    void workDone(int job, long now) {
        jobs.timer[job] = 0;
        if (preemption != null) {
            preemption.stopped(job);
        }
        int page = jobs.page[job];
        boolean cached = cache != null && page != PageCache.NOT_CACHEABLE && cache.fresh(page, now);
        if (kit.fails(job)) {
            end(job, Outcome.ERROR, now);
        } else if (cached || kit.plan.isEmpty()) {
            end(job, Outcome.OK, now);
        } else {
            jobs.state[job] = Jobs.CALLING;
            kit.plan.start(jobs.call[job]);
        }
    }

    void callsDone(int job, Outcome outcome, long now) {
        if (cache != null && outcome == Outcome.OK && jobs.page[job] != PageCache.NOT_CACHEABLE) {
            cache.store(jobs.page[job], now);
        }
        end(job, outcome, now);
    }

    /** Takes out a job before it is done. */
    void end(int job, Outcome outcome, long now) {
        int call = remove(job, now);
        startWaiting(now);
        calls.respond(call, outcome);
    }

    private int remove(int job, long now) {
        int call = jobs.call[job];
        switch (jobs.state[job]) {
            case Jobs.QUEUED, Jobs.INTERRUPTED -> {
                kit.bench.timers().cancel(jobs.timer[job]);
                queue.remove(job);
            }
            case Jobs.WORKING -> {
                pace.stop(job, now);
                if (preemption != null) {
                    preemption.stopped(job);
                }
                inService.remove(job);
            }
            default -> {
                kit.plan.forget(call);
                inService.remove(job);
            }
        }
        jobs.give(job);
        return call;
    }

    private void startWaiting(long now) {
        while (queue.size() > 0 && hasRoom()) {
            int job = queue.next(now);
            if (calls.deadlineNanos(jobs.call[job]) < now) {
                calls.respond(remove(job, now), Outcome.TIMED_OUT);
            } else if (hasWaitedTooLong(job, now)) {
                calls.respond(remove(job, now), Outcome.SHED);
            } else {
                queue.remove(job);
                begin(job, now);
            }
        }
        if (waiting() == 0) {
            saturation.emptied(now);
        }
    }

    private boolean hasWaitedTooLong(int job, long now) {
        return allowed != null && jobs.state[job] == Jobs.QUEUED && !allowed.allows(now - jobs.since[job], now);
    }

    /** Stops all work, which goes on where it was after {@link #goOn}. */
    void pause(long now) {
        if (preemption != null) {
            for (int job = preemption.first(); job != Jobs.NONE; job = preemption.first()) {
                interrupt(job, now);
            }
            return;
        }
        for (int job = inService.last(), before; job != Jobs.NONE; job = before) {
            before = jobs.previous[job];
            if (jobs.state[job] == Jobs.WORKING) {
                interrupt(job, now);
            }
        }
    }

    /** Works again after a pause. */
    void goOn(long now) {
        startWaiting(now);
    }

    /** Answers everybody with {@link Outcome#RESET}. */
    void lose(long now) {
        int[] lost = new int[holding()];
        int count = 0;
        while (inService.size() > 0) {
            lost[count++] = remove(inService.first(), now);
        }
        while (queue.size() > 0) {
            lost[count++] = remove(queue.next(now), now);
        }
        for (int call : lost) {
            calls.respond(call, Outcome.RESET);
        }
    }

    /** Begins a new life: nothing is cached. */
    void forget() {
        if (cache != null) {
            cache.clear();
        }
    }

    void speed(double to, long now) {
        pace.speed(to, now);
    }

    void strike(ComponentEffect effect, boolean begins, boolean lasts, int cause, long now) {
        life.strike(effect, begins, lasts, cause, now);
    }

    void restart(int cause, long now) {
        life.restart(cause, now);
    }

    void onTimer(int op, long now) {
        if (op == SHARED_DONE) {
            pace.due(now);
        } else {
            life.onTimer(op, now);
        }
    }

    void resize(String setting, double factor, long now) {
        if (setting.equals("workers")) {
            int before = workers;
            workers = (int) Math.max(1, Math.min(MOST_WORKERS, Math.round(workers * factor)));
            kit.resized(workers - before, life.isUp(), now);
            pace.workers(workers, now);
            startWaiting(now);
        } else {
            heap *= factor;
        }
    }
}
