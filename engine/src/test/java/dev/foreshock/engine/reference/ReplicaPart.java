package dev.foreshock.engine.reference;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.reference.Job.State;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process of a server: workers, a queue, memory. */
final class ReplicaPart {
    final ServerPart server;
    final int number;
    final String name;
    private final ServerSpec spec;
    private final Waiters queue;

    /** Who is worked on or waits for the server's calls, in the order of beginning or going on. */
    private final List<Job> inService = new ArrayList<>();

    /** Who waits for the server's calls without a worker, in the order of beginning to. */
    private final List<Job> away = new ArrayList<>();

    final Strain strain;
    private final @Nullable Pages pages;
    final Health health;
    int workers;
    private int limit;
    private double heap;
    double speed = 1;

    /** How the workers are shared; null where each request has one of its own. */
    private final @Nullable SharedWork shared;

    ReplicaPart(ServerPart server, int number) {
        this.server = server;
        this.number = number;
        spec = server.spec;
        name = spec.replicas() == 1
                ? server.name
                : server.name + " (replica " + (number + 1) + " of " + spec.replicas() + ")";
        queue = new Waiters(spec.discipline());
        strain = new Strain(server, name, "workers");
        pages = spec.pageCache() == null ? null : new Pages(spec.pageCache());
        workers = spec.workers();
        limit = spec.queue() == null ? Integer.MAX_VALUE : spec.queue();
        shared = spec.discipline().order() == Order.PROCESSOR_SHARING ? new SharedWork(this) : null;
        MemorySpec memory = spec.memory();
        heap = memory == null ? Double.POSITIVE_INFINITY : memory.heap().count();
        health = new Health(this);
    }

    private long now() {
        return server.agenda.now();
    }

    int holding() {
        return inService.size() + away.size() + queue.size();
    }

    int busy() {
        return shared == null ? inService.size() : Math.min(workers, working().size());
    }

    private int waiting() {
        return queue.size() + (shared == null ? 0 : shared.excess());
    }

    /** Changes who is at work, the speed or the workers. */
    private void change(Runnable what) {
        if (shared == null) {
            what.run();
        } else {
            shared.countDown();
            what.run();
            shared.plan();
        }
    }

    void take(Request request) {
        Job job = new Job(request, this, server.nextArrival(), now());
        request.note = job;
        if (hasRoom()) {
            begin(job);
        } else {
            Job victim = health.isUp() && queue.size() < limit ? queue.victim(job, working()) : null;
            if (victim != null) {
                interrupt(victim);
                begin(job);
            } else {
                join(job);
            }
        }
        noteQueue();
        if (memoryIsFull()) {
            health.crash(holding());
        } else if (waiting() > limit) {
            end(job, Outcome.SHED);
        }
    }

    private boolean hasRoom() {
        return health.isUp() && (shared != null || inService.size() < workers);
    }

    List<Job> working() {
        return inService.stream().filter(job -> job.state == State.WORKING).toList();
    }

    private void join(Job job) {
        queue.join(job, now());
        if (spec.patience() != null) {
            long patience = server.draw.time(spec.patience(), server.stream("patience"), job.request.key);
            job.timer = server.agenda.after(patience, () -> server.then(() -> end(job, Outcome.TIMED_OUT)));
        }
    }

    private void noteQueue() {
        if (waiting() > limit) {
            strain.full(workers, health.causeOfQueue());
        } else if (waiting() > 0) {
            strain.queued(waiting(), workers, health.causeOfQueue());
        }
    }

    private boolean memoryIsFull() {
        MemorySpec memory = spec.memory();
        return memory != null && (double) holding() * memory.perRequest().count() > heap;
    }

    private void begin(Job job) {
        boolean first = job.state == State.QUEUED;
        inService.add(job);
        if (first) {
            server.probe.began(server.name, now() - job.arrivedNanos, now());
            double work = server.work(job.request) + (double) spec.contention().toNanos() * holding();
            job.left = Math.min(TimeSampler.MOST_NANOS, work);
            if (pages != null) {
                job.page = pages.page(server.pageDraw(job.request));
            }
        }
        job.turn = server.nextTurn();
        if (shared == null) {
            job.state = State.WORKING;
            goOn(job);
        } else {
            Attempt.cancel(job.timer);
            change(() -> job.state = State.WORKING);
        }
    }

    private void goOn(Job job) {
        Attempt.cancel(job.timer);
        job.since = now();
        double takes = speed == 0 ? TimeSampler.MOST_NANOS : Math.min(TimeSampler.MOST_NANOS, job.left / speed);
        job.timer = server.agenda.after((long) takes, () -> server.then(() -> workDone(job)));
    }

    /** Notes what is left of the work on a job. */
    private void pauseWork(Job job) {
        Attempt.cancel(job.timer);
        job.left = Math.max(0, job.left - (now() - job.since) * speed);
    }

    private void interrupt(Job job) {
        if (shared == null) {
            pauseWork(job);
        }
        change(() -> {
            inService.remove(job);
            job.state = State.INTERRUPTED;
        });
        queue.putBack(job, now());
    }

    void workDone(Job job) {
        change(() -> job.state = State.CALLING);
        if (server.fails(job.request)) {
            end(job, Outcome.ERROR);
        } else if (server.errands.none() || (pages != null && pages.fresh(job.page, now()))) {
            end(job, Outcome.OK);
        } else {
            if (!spec.blocking() && shared == null) {
                inService.remove(job);
                away.add(job);
                startWaiting();
            }
            server.errands.start(job.request, outcome -> server.then(() -> callsDone(job, outcome)));
        }
    }

    private void callsDone(Job job, Outcome outcome) {
        if (pages != null && outcome == Outcome.OK) {
            pages.store(job.page, now());
        }
        end(job, outcome);
    }

    /** Takes a job out, lets others begin in its place, then answers it. */
    void end(Job job, Outcome outcome) {
        remove(job);
        startWaiting();
        server.exchange.respond(job.request, outcome);
    }

    private void remove(Job job) {
        Attempt.cancel(job.timer);
        server.exchange.forgetCallsFor(job.request);
        change(() -> inService.remove(job));
        away.remove(job);
        queue.remove(job);
    }

    private void startWaiting() {
        while (queue.size() > 0 && hasRoom()) {
            Job next = queue.next(now());
            queue.remove(next);
            if (next.request.deadline < now()) {
                drop(next, Outcome.TIMED_OUT);
            } else if (next.state == State.QUEUED && waitedTooLong(next)) {
                drop(next, Outcome.SHED);
            } else {
                begin(next);
            }
        }
        if (waiting() == 0) {
            strain.emptied();
        }
    }

    private void drop(Job job, Outcome outcome) {
        Attempt.cancel(job.timer);
        server.exchange.respond(job.request, outcome);
    }

    private boolean waitedTooLong(Job job) {
        if (spec.codel() == null) {
            return false;
        }
        boolean stands = queue.stands(spec.codel().interval().toNanos(), now());
        long allowed = (stands ? spec.codel().target() : spec.codel().interval()).toNanos();
        return now() - job.arrivedNanos > allowed;
    }

    /** Stops all work, which goes on where it was later. */
    void pause() {
        List<Job> working = new ArrayList<>(working());
        if (queue.interrupts()) {
            working.sort((a, b) -> queue.givesWayBefore(a, b) ? -1 : 1);
        } else {
            java.util.Collections.reverse(working);
        }
        working.forEach(this::interrupt);
    }

    void resume() {
        startWaiting();
    }

    /** Loses everything that it holds. */
    void lose() {
        List<Job> lost = new ArrayList<>(inService);
        lost.addAll(away);
        lost.forEach(this::remove);
        while (queue.size() > 0) {
            Job next = queue.next(now());
            remove(next);
            lost.add(next);
        }
        lost.forEach(job -> server.exchange.respond(job.request, Outcome.RESET));
    }

    /** Nothing is cached any more. */
    void forget() {
        if (pages != null) {
            pages.clear();
        }
    }

    void speed(double to) {
        if (shared != null) {
            change(() -> speed = to);
            return;
        }
        List<Job> working = working();
        working.forEach(this::pauseWork);
        speed = to;
        working.forEach(this::goOn);
    }

    void resize(String setting, double factor) {
        if (setting.equals("workers")) {
            int more = (int) Math.max(1, Math.min(1_000_000_000, Math.round(workers * factor)));
            change(() -> workers = more);
            startWaiting();
        } else {
            heap *= factor;
        }
    }

    void assign(String setting, double number) {
        if (setting.equals("workers")) {
            change(() -> workers = (int) number);
            startWaiting();
        } else if (setting.equals("queue")) {
            limit = (int) number;
        } else {
            heap = number;
        }
    }
}
