package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pool of connections with one queue, first come, first served. */
final class DatabasePart extends Part {
    private static final String FOR_EVER = "";
    private static final double NEVER = TimeSampler.MOST_NANOS;

    private final DatabaseSpec spec;
    private final List<Request> running = new ArrayList<>();
    private final List<Request> queue = new ArrayList<>();
    private final Strain strain;
    private final Speed speed = new Speed();

    /** The faults under way that killed it. */
    private final Set<String> killers = new HashSet<>();

    /** The work left on those that run, at full speed, and since when. */
    private final Map<Request, Double> left = new HashMap<>();

    private final Map<Request, Long> since = new HashMap<>();
    /** Those that were sent on to the standby, and those of them that wait for it. */
    private final Set<Request> sentOn = new HashSet<>();

    private final Set<Request> waiting = new HashSet<>();

    private int pool;
    private boolean down;
    private Deputy deputy;
    private final Busyness busyness = new Busyness();

    DatabasePart(String name, DatabaseSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        strain = new Strain(this, name, "connections");
        pool = spec.pool();
        busyness.workers = pool;
        if (spec.standby() != null) {
            deputy = new Deputy(spec.standby(), this, world);
        }
    }

    @Override
    void arrive(Request request) {
        if (down) {
            exchange.respond(request, Outcome.REFUSED);
        } else if (running.size() < pool) {
            run(request);
        } else {
            queue.add(request);
            strain.queued(queue.size(), pool, speed.cause());
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
        left.put(request, (double) draw.time(spec.query(), stream("query"), request.key));
        goOn(request);
        count();
    }

    private void goOn(Request request) {
        Attempt.cancel(request.step);
        since.put(request, agenda.now());
        double share = speed.share();
        double takes = share == 0 ? NEVER : Math.min(NEVER, left.get(request) / share);
        request.step = agenda.after((long) takes, () -> done(request));
    }

    private void done(Request request) {
        if (deputy == null || !deputy.writes(request)) {
            end(request, Outcome.OK);
            return;
        }
        if (deputy.isWaitedFor() && sentOn.add(request)) {
            waiting.add(request);
            request.step = agenda.after(spec.standby().lag().toNanos(), () -> confirmed(request));
        } else {
            confirmed(request);
        }
    }

    /** The standby has a write, or need not. A primary that is stopped hears of it when it goes on. */
    private void confirmed(Request request) {
        waiting.remove(request);
        if (speed.share() == 0) {
            left.put(request, 0.0);
            goOn(request);
        } else {
            deputy.acknowledged();
            end(request, Outcome.OK);
        }
    }

    /** Tells whether it stands still or is gone. */
    boolean isStopped() {
        return down || speed.share() == 0;
    }

    boolean isGone() {
        return down;
    }

    /** Is taken out of service, together with whatever strikes it. */
    void leaveService() {
        killers.clear();
        speed.clear();
        if (!down) {
            down = true;
            strain.emptied();
            lose();
        }
    }

    void isReached() {
        down = false;
    }

    private void tell(int cause) {
        if (deputy != null) {
            deputy.look(cause);
        }
    }

    @Override
    void faultBegins(String fault, ComponentEffect effect, boolean lasts, int cause) {
        if (deputy != null && deputy.takesOver()) {
            return;
        }
        if (effect instanceof Crash) {
            killers.add(lasts ? fault : FOR_EVER);
            if (!down) {
                int crash = note(Event.CRASHED, name + " crashes: it is killed", cause);
                down = true;
                strain.emptied();
                lose();
                tell(crash);
            }
        } else {
            change(() -> speed.begins(fault, effect, cause));
            tell(cause);
        }
    }

    @Override
    void faultEnds(String fault, ComponentEffect effect, int cause) {
        if (effect instanceof Crash) {
            killers.remove(fault);
            if (killers.isEmpty() && down && (deputy == null || !deputy.takesOver())) {
                down = false;
                note(Event.UP, name + " is up", cause);
                tell(cause);
            }
        } else {
            change(() -> speed.ends(fault));
            tell(cause);
        }
    }

    private void change(Runnable what) {
        double before = speed.share();
        List<Request> worked =
                running.stream().filter(request -> !waiting.contains(request)).toList();
        worked.forEach(request -> left.merge(
                request, (agenda.now() - since.get(request)) * before, (all, done) -> Math.max(0, all - done)));
        what.run();
        worked.forEach(this::goOn);
    }

    /** Loses everything that it holds. */
    private void lose() {
        List<Request> lost = new ArrayList<>(running);
        lost.addAll(queue);
        running.clear();
        queue.clear();
        waiting.clear();
        count();
        lost.forEach(request -> Attempt.cancel(request.step));
        lost.forEach(request -> exchange.respond(request, Outcome.RESET));
    }

    private void count() {
        busyness.set(pool, running.size(), agenda.now());
    }

    private void end(Request request, Outcome outcome) {
        running.remove(request);
        queue.remove(request);
        waiting.remove(request);
        count();
        startWaiting();
        exchange.respond(request, outcome);
    }

    private void startWaiting() {
        while (running.size() < pool && !queue.isEmpty()) {
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
    }

    @Override
    void act(Action action, int cause) {
        note(Event.ACTED, action.toString(), cause);
        double wanted = action instanceof Action.Assign change
                ? change.number()
                : pool * ((Action.Resize) action).factor().factor();
        pool = (int) Math.max(1, Math.min(1_000_000_000, Math.round(wanted)));
        startWaiting();
        count();
    }

    @Override
    void cancelled(Request request) {
        Attempt.cancel(request.step);
        end(request, Outcome.CANCELLED);
    }

    @Override
    boolean stands() {
        return !down && speed.share() == 0;
    }

    @Override
    double up() {
        return down ? 0 : 1;
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
