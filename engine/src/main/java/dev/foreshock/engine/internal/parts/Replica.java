package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.unit.Spans;
import org.jspecify.annotations.Nullable;

/**
 * One server process: workers, a queue, memory, and a life of crashes and starts.
 *
 * <p>Work in service is a remainder at a speed: a change of speed changes how long the remainder takes.
 */
final class Replica {
    static final int WORK_DONE = 0;
    private static final int MOST_WORKERS = 1_000_000_000;
    private static final int BOOTED = 1;
    private static final int WARMED = 2;
    private static final int RESTARTS_ITSELF = 3;

    private static final byte QUEUED = 0;
    private static final byte WORKING = 1;
    private static final byte CALLING = 2;

    private final ServerKit kit;
    private final Jobs jobs;
    private final int index;
    private final Chain queue;
    private final Chain inService;
    private final Saturation saturation;
    private final @Nullable PageCache cache;
    private int workers;
    private double heap;
    private double speed = 1;
    private boolean up = true;
    private long lifeTimer;
    private int lifeEntry = Notes.NO_CAUSE;

    Replica(ServerKit kit, int index) {
        this.kit = kit;
        this.index = index;
        jobs = kit.jobs;
        queue = new Chain(jobs, kit.waiting);
        inService = new Chain(jobs, kit.busy);
        saturation = new Saturation(kit.bench.notes(), kit.nameOf(index), "workers");
        workers = kit.spec.workers();
        MemorySpec memory = kit.spec.memory();
        heap = memory == null ? Double.POSITIVE_INFINITY : memory.heap().count();
        cache = kit.newCache();
    }

    boolean isUp() {
        return up;
    }

    /** Returns its number among the replicas of the server, from 0. */
    int index() {
        return index;
    }

    int holding() {
        return inService.size() + queue.size();
    }

    void take(int call, long now) {
        int job = jobs.take(call);
        jobs.place[job] = index;
        jobs.since[job] = now;
        kit.bench.calls().note(call, job);
        if (inService.size() < workers) {
            begin(job, now);
        } else {
            jobs.state[job] = QUEUED;
            queue.addLast(job);
            noteQueue(now);
        }
        if (memoryIsFull()) {
            crash(now);
        } else if (queue.size() > queueLimit()) {
            end(job, Outcome.SHED, now);
        }
    }

    private void noteQueue(long now) {
        int cause = speed < 1 ? lifeEntry : Notes.NO_CAUSE;
        if (queue.size() > queueLimit()) {
            saturation.shed(workers, cause, now);
        } else {
            saturation.queued(queue.size(), workers, cause, now);
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
        kit.meter.waited(now - jobs.since[job]);
        inService.addLast(job);
        jobs.state[job] = WORKING;
        jobs.left[job] = kit.workNanos(job);
        if (cache != null) {
            jobs.page[job] = cache.page(kit.pageDraw(job));
        }
        schedule(job, now);
    }

    private void schedule(int job, long now) {
        jobs.since[job] = now;
        kit.bench.timers().cancel(jobs.timer[job]);
        jobs.timer[job] = kit.bench
                .timers()
                .at(now + (long) Math.min(TimeSampler.MOST_NANOS, jobs.left[job] / speed), WORK_DONE, job);
    }

    void workDone(int job, long now) {
        jobs.timer[job] = 0;
        int page = jobs.page[job];
        boolean cached = cache != null && page != PageCache.NOT_CACHEABLE && cache.fresh(page, now);
        if (cached || kit.plan.isEmpty()) {
            end(job, Outcome.OK, now);
        } else {
            jobs.state[job] = CALLING;
            kit.plan.start(jobs.call[job]);
        }
    }

    void callsDone(int job, Outcome outcome, long now) {
        if (cache != null && outcome == Outcome.OK && jobs.page[job] != PageCache.NOT_CACHEABLE) {
            cache.store(jobs.page[job], now);
        }
        end(job, outcome, now);
    }

    void cancel(int job, long now) {
        end(job, Outcome.CANCELLED, now);
    }

    private void end(int job, Outcome outcome, long now) {
        int call = remove(job);
        startWaiting(now);
        kit.bench.calls().respond(call, outcome);
    }

    private int remove(int job) {
        int call = jobs.call[job];
        kit.bench.timers().cancel(jobs.timer[job]);
        if (jobs.state[job] == CALLING) {
            kit.plan.forget(call);
        }
        (jobs.state[job] == QUEUED ? queue : inService).remove(job);
        jobs.give(job);
        return call;
    }

    private void startWaiting(long now) {
        while (inService.size() < workers && queue.size() > 0) {
            int job = queue.first();
            if (kit.bench.calls().deadlineNanos(jobs.call[job]) < now) {
                kit.bench.calls().respond(remove(job), Outcome.TIMED_OUT);
            } else {
                queue.remove(job);
                begin(job, now);
            }
        }
        if (queue.size() == 0) {
            saturation.emptied(now);
        }
    }

    private void crash(long now) {
        int held = holding();
        int entry = kit.bench
                .notes()
                .add(
                        Event.CRASHED,
                        kit.nameOf(index) + " crashes: " + held + " requests in flight fill its memory",
                        saturation.cause(lifeEntry));
        lifeEntry = entry;
        goDown(now);
        java.time.Duration automatic = kit.spec.restart().automatic();
        if (automatic != null) {
            lifeTimer = kit.bench.timers().at(now + automatic.toNanos(), RESTARTS_ITSELF, index);
        }
    }

    private void goDown(long now) {
        up = false;
        kit.turned(false, workers, now);
        saturation.emptied(now);
        kit.bench.timers().cancel(lifeTimer);
        int[] calls = new int[holding()];
        int count = 0;
        while (inService.size() > 0) {
            calls[count++] = remove(inService.first());
        }
        while (queue.size() > 0) {
            calls[count++] = remove(queue.first());
        }
        for (int call : calls) {
            kit.bench.calls().respond(call, Outcome.RESET);
        }
    }

    void restart(int cause, long now) {
        if (up) {
            goDown(now);
        }
        kit.bench.timers().cancel(lifeTimer);
        lifeEntry = kit.bench
                .notes()
                .add(
                        Event.STARTED,
                        kit.nameOf(index) + " boots for "
                                + Spans.text(kit.spec.restart().takes()),
                        cause);
        lifeTimer = kit.bench.timers().at(now + kit.spec.restart().takes().toNanos(), BOOTED, index);
    }

    void onTimer(int op, long now) {
        lifeTimer = 0;
        switch (op) {
            case BOOTED -> booted(now);
            case WARMED -> {
                setSpeed(1, now);
                kit.bench.notes().add(Event.WARM, kit.nameOf(index) + " is warm", lifeEntry);
            }
            case RESTARTS_ITSELF -> restart(lifeEntry, now);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
    }

    private void booted(long now) {
        up = true;
        kit.turned(true, workers, now);
        if (cache != null) {
            cache.clear();
        }
        double cold = kit.spec.restart().cold().share();
        boolean startsCold = cold < 1 && !kit.spec.restart().coldFor().isZero();
        String how = startsCold ? ", cold at " + kit.spec.restart().cold() + " speed" : "";
        lifeEntry = kit.bench.notes().add(Event.UP, kit.nameOf(index) + " is up" + how, lifeEntry);
        speed = startsCold ? cold : 1;
        if (startsCold) {
            lifeTimer = kit.bench.timers().at(now + kit.spec.restart().coldFor().toNanos(), WARMED, index);
        }
    }

    /** Changes the speed of the replica and of the work in service. */
    private void setSpeed(double to, long now) {
        double from = speed;
        speed = to;
        for (int job = inService.first(); job != Jobs.NONE; job = jobs.next[job]) {
            if (jobs.state[job] == WORKING) {
                jobs.left[job] = Math.max(0, jobs.left[job] - (now - jobs.since[job]) * from);
                schedule(job, now);
            }
        }
    }

    void resize(String setting, double factor, long now) {
        if (setting.equals("workers")) {
            int before = workers;
            workers = (int) Math.max(1, Math.min(MOST_WORKERS, Math.round(workers * factor)));
            kit.resized(workers - before, up, now);
            startWaiting(now);
        } else {
            heap *= factor;
        }
    }
}
