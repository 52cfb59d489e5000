package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.internal.parts.Job.State;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Calls;
import dev.foreshock.engine.spi.Strike;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One server process: workers, a queue and memory. When it is up, and at what speed, is its {@link Life}. */
final class Replica {
    static final int WORK_DONE = 0;
    static final int LEAVES = 1;
    static final int SHARED_DONE = 2;

    /** After those of {@link Life}. */
    static final int NOT_SEEN = 8;

    private static final int MOST_WORKERS = 1_000_000_000;

    final int index;
    private final ServerKit kit;
    private final Jobs jobs;
    private final Calls calls;
    private final Waiting queue;
    private final Chain inService;

    /** Those whose calls are under way, where no worker waits for them; null where each keeps its worker, or all share the workers. */
    private final @Nullable Chain away;

    private final Pace pace;
    private final @Nullable Preemption preemption;
    private final @Nullable AllowedWait allowed;
    private final Saturation saturation;
    private final @Nullable PageCache cache;
    private final @Nullable KeptPages kept;
    private final Life life;
    private int workers;
    private int queueLimit;
    private double heap;

    @SuppressWarnings("this-escape")
    Replica(ServerKit kit, int index) {
        this.kit = kit;
        this.index = index;
        jobs = kit.jobs;
        calls = kit.bench.calls();
        workers = kit.spec.workers();
        Integer limit = kit.spec.queue();
        queueLimit = limit == null ? Integer.MAX_VALUE : limit;
        queue = kit.scheduling.newQueue();
        boolean shares = kit.scheduling.shares();
        inService = shares ? new Chain() : new Chain(kit.busy);
        away = kit.spec.blocking() || shares ? null : new Chain();
        pace = shares ? new Shared(kit, this, workers) : new OwnWorker(inService, kit.bench.timers(), workers);
        preemption = kit.scheduling.newPreemption();
        allowed = kit.spec.codel() == null ? null : new AllowedWait(kit.spec.codel());
        saturation = new Saturation(kit.bench.notes(), kit.nameOf(index), "workers");
        MemorySpec memory = kit.spec.memory();
        heap = memory == null ? Double.POSITIVE_INFINITY : memory.heap().count();
        cache = kit.newCache();
        kept = kit.kept;
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

    /** Tells whether its process stands: it is up, and does nothing. */
    boolean stands() {
        return life.stands();
    }

    /** Returns its number among the replicas of the server, from 0. */
    int index() {
        return index;
    }

    int holding() {
        return inService.size() + queue.size() + (away == null ? 0 : away.size());
    }

    int workers() {
        return workers;
    }

    void take(int call, long now) {
        Job job = jobs.take(call);
        job.place = index;
        job.since = now;
        calls.note(call, job.number);
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
        } else if (waiting() > queueLimit) {
            end(job, Outcome.SHED, now);
        }
    }

    private boolean hasRoom() {
        return life.isUp() && pace.hasRoom();
    }

    /** Interrupts somebody for an arrival, unless there is nobody to interrupt or no room for whom it would be. */
    private boolean makesRoomFor(Job job, long now) {
        if (preemption == null || !life.isUp() || queue.size() >= queueLimit) {
            return false;
        }
        Job victim = preemption.victim(job);
        if (victim != null) {
            interrupt(victim, now);
        }
        return victim != null;
    }

    private void join(Job job, long now) {
        job.state = State.QUEUED;
        queue.join(job, now);
        if (allowed != null) {
            allowed.joined(queue.size(), now);
        }
        if (kit.patience != null) {
            job.timer = kit.bench.timers().at(now + kit.patienceNanos(job), LEAVES, job.number);
        }
    }

    private int waiting() {
        return queue.size() + pace.excess();
    }

    private void noteQueue(long now) {
        int cause = life.causeOfQueue();
        if (waiting() > queueLimit) {
            saturation.shed(workers, cause, now);
        } else {
            saturation.queued(waiting(), workers, cause, now);
        }
    }

    private boolean memoryIsFull() {
        MemorySpec memory = kit.spec.memory();
        return memory != null && (double) holding() * memory.perRequest().count() > heap;
    }

    private void begin(Job job, long now) {
        boolean isFirst = job.state != State.INTERRUPTED;
        if (isFirst) {
            kit.meter.waited(now - job.since);
        }
        inService.addLast(job);
        if (isFirst) {
            job.left = Math.min(TimeSampler.MOST_NANOS, kit.workNanos(job) + kit.contentionNanos * holding());
            if (cache != null) {
                job.page = cache.page(kit.pageDraw(job));
            }
        }
        job.state = State.WORKING;
        if (preemption != null) {
            preemption.started(job);
        }
        pace.start(job, now);
    }

    private void interrupt(Job job, long now) {
        pace.stop(job, now);
        if (preemption != null) {
            preemption.stopped(job);
        }
        inService.remove(job);
        job.state = State.INTERRUPTED;
        queue.putBack(job, now);
        if (allowed != null) {
            allowed.joined(queue.size(), now);
        }
    }

    void workDone(Job job, long now) {
        job.timer = 0;
        if (preemption != null) {
            preemption.stopped(job);
        }
        int page = job.page;
        boolean cached = cache != null && kept == null && page != PageCache.NOT_CACHEABLE && cache.fresh(page, now);
        if (kit.fails(job)) {
            end(job, Outcome.ERROR, now);
        } else if (cached || kit.plan.isEmpty()) {
            end(job, Outcome.OK, now);
        } else if (kept != null && page != PageCache.NOT_CACHEABLE) {
            job.state = State.LOOKING;
            kept.look(job, now);
        } else {
            makeCalls(job, now);
        }
    }

    private void makeCalls(Job job, long now) {
        job.state = State.CALLING;
        if (away != null) {
            inService.remove(job);
            away.addLast(job);
            startWaiting(now);
        }
        kit.plan.start(job.call);
    }

    /** Handles what came of looking for the page of a job. */
    void looked(Job job, boolean isThere, long now) {
        if (isThere) {
            end(job, Outcome.OK, now);
        } else {
            makeCalls(job, now);
        }
    }

    /** Handles that nobody said in time whether the page of a job is there. */
    void notSeen(Job job, long now) {
        Objects.requireNonNull(kept).notSeen(job);
        looked(job, false, now);
    }

    void callsDone(Job job, Outcome outcome, long now) {
        if (cache != null && outcome == Outcome.OK && job.page != PageCache.NOT_CACHEABLE) {
            if (kept == null) {
                cache.store(job.page, now);
            } else {
                kept.keep(job);
            }
        }
        end(job, outcome, now);
    }

    /** Takes out a job before it is done. */
    void end(Job job, Outcome outcome, long now) {
        int call = remove(job, now);
        startWaiting(now);
        calls.respond(call, outcome);
    }

    private int remove(Job job, long now) {
        int call = job.call;
        switch (job.state) {
            case QUEUED, INTERRUPTED -> {
                kit.bench.timers().cancel(job.timer);
                queue.remove(job);
            }
            case WORKING -> {
                pace.stop(job, now);
                if (preemption != null) {
                    preemption.stopped(job);
                }
                inService.remove(job);
            }
            case LOOKING -> {
                Objects.requireNonNull(kept).forget(job);
                inService.remove(job);
            }
            default -> {
                kit.plan.forget(call);
                (away == null ? inService : away).remove(job);
            }
        }
        jobs.give(job);
        return call;
    }

    private void startWaiting(long now) {
        for (Job job = nextToBegin(now); job != null; job = nextToBegin(now)) {
            if (calls.deadlineNanos(job.call) < now) {
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

    private @Nullable Job nextToBegin(long now) {
        return hasRoom() ? firstInLine(now) : null;
    }

    private @Nullable Job firstInLine(long now) {
        return queue.size() > 0 ? queue.next(now) : null;
    }

    private @Nullable Job firstAway() {
        return away == null ? null : away.first();
    }

    private boolean hasWaitedTooLong(Job job, long now) {
        return allowed != null && job.state == State.QUEUED && !allowed.allows(now - job.since, now);
    }

    /** Stops all work, which goes on where it was after {@link #goOn}. */
    void pause(long now) {
        if (preemption != null) {
            for (Job job = preemption.first(); job != null; job = preemption.first()) {
                interrupt(job, now);
            }
            return;
        }
        for (Job job = inService.last(), before; job != null; job = before) {
            before = job.previous;
            if (job.state == State.WORKING) {
                interrupt(job, now);
            }
        }
    }

    /** Works again after a pause. */
    void goOn(long now) {
        startWaiting(now);
    }

    /** Answers everybody with {@link Outcome#RESET}, as the process has died. */
    void lose(long now) {
        if (kept != null) {
            kept.lost();
        }
        int[] lost = new int[holding()];
        int count = 0;
        for (Job job = inService.first(); job != null; job = inService.first()) {
            lost[count++] = remove(job, now);
        }
        for (Job job = firstAway(); job != null; job = firstAway()) {
            lost[count++] = remove(job, now);
        }
        for (Job job = firstInLine(now); job != null; job = firstInLine(now)) {
            lost[count++] = remove(job, now);
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

    void strike(Strike strike, long now) {
        life.strike(strike, now);
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
            workers(Math.round(workers * factor), now);
        } else {
            heap *= factor;
        }
    }

    private void workers(long count, long now) {
        int before = workers;
        workers = (int) Math.max(1, Math.min(MOST_WORKERS, count));
        kit.resized(workers - before, life.isUp(), now);
        pace.workers(workers, now);
        startWaiting(now);
    }

    /** Gives a setting another value; who waits in a queue that is too long now stays in it. */
    void assign(String setting, double number, long now) {
        switch (setting) {
            case "workers" -> workers(Math.round(number), now);
            case "queue" -> queueLimit = (int) number;
            default -> heap = number;
        }
    }
}
