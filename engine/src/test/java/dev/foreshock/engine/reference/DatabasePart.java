package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A pool of connections with one queue, first come, first served. */
final class DatabasePart extends Part {
    private final DatabaseSpec spec;
    private final List<Request> running = new ArrayList<>();
    private final List<Request> queue = new ArrayList<>();
    private final Strain strain;
    private final Busyness busyness = new Busyness();

    DatabasePart(String name, DatabaseSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        strain = new Strain(this, name, "connections");
        busyness.workers = spec.pool();
    }

    @Override
    void arrive(Request request) {
        if (running.size() < spec.pool()) {
            run(request);
        } else {
            queue.add(request);
            strain.queued(queue.size(), spec.pool(), Diary.NO_CAUSE);
            if (spec.poolWait() != null) {
                request.step = agenda.after(spec.poolWait().toNanos(), () -> end(request, Outcome.SHED));
            }
        }
    }

    private void run(Request request) {
        long now = agenda.now();
        running.add(request);
        probe.began(name, now - request.arrived, now);
        Attempt.cancel(request.step);
        request.step =
                agenda.after(draw.time(spec.query(), stream("query"), request.key), () -> end(request, Outcome.OK));
        count();
    }

    private void count() {
        busyness.set(spec.pool(), running.size(), agenda.now());
    }

    private void end(Request request, Outcome outcome) {
        running.remove(request);
        queue.remove(request);
        count();
        while (running.size() < spec.pool() && !queue.isEmpty()) {
            Request next = queue.remove(0);
            if (next.deadline < agenda.now()) {
                Attempt.cancel(next.step);
                exchange.respond(next, Outcome.TIMED_OUT);
            } else {
                run(next);
            }
        }
        if (queue.isEmpty()) {
            strain.emptied();
        }
        exchange.respond(request, outcome);
    }

    @Override
    void cancelled(Request request) {
        Attempt.cancel(request.step);
        end(request, Outcome.CANCELLED);
    }

    @Override
    int holding() {
        return running.size() + queue.size();
    }

    @Override
    Busyness busyness() {
        busyness.advance(agenda.now());
        return busyness;
    }
}
