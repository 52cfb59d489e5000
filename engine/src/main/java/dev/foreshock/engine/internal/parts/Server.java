package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.live.Pages;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.spi.Vital;
import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server: admits requests, and hands them to those of its replicas that are up. */
public final class Server implements Component {
    /** The setting that says who is admitted. */
    public static final String ADMIT = "admit";

    /** The settings that can be resized while it runs. */
    public static final Set<String> RESIZABLE = Set.of("workers", "memory");

    /** The numbers of each replica that can be given another value while it runs. */
    public static final Set<String> COUNTS = Set.of("workers", "queue");

    /** The amount of memory that can be given another value while it runs. */
    public static final String MEMORY = "memory";

    private final Workbench bench;
    final ServerKit kit;
    private final Replica[] replicas;
    private final Admission admission;
    private final ReplicaChoice choice;
    private int turn;

    /** Builds the server. */
    public Server(ServerSpec spec, Workbench bench) {
        this(spec, bench, null);
    }

    /** Builds the server; what it has cached is what {@code pages} say, if there are any. */
    @SuppressWarnings("this-escape")
    public Server(ServerSpec spec, Workbench bench, @Nullable Pages pages) {
        this.bench = bench;
        admission = new Admission(spec, bench);
        kit = new ServerKit(spec, bench, this::returned, pages);
        replicas = new Replica[spec.replicas()];
        for (int i = 0; i < replicas.length; i++) {
            replicas[i] = new Replica(kit, i);
        }
        choice = new ReplicaChoice(spec.choose(), replicas, bench);
    }

    @Override
    public void arrive(int call, long nowNanos) {
        Replica replica = next(call, nowNanos);
        if (replica == null) {
            bench.calls().respond(call, Outcome.REFUSED);
        } else if (admission.admits(call, nowNanos)) {
            bench.calls().heldBy(call, replica.index());
            replica.take(call, nowNanos);
            count(replica.index(), nowNanos);
        } else {
            bench.calls().respond(call, Outcome.SHED);
        }
    }

    /** Returns the replica that is chosen; where none is up, one that is broken and keeps what waits until it is repaired. */
    private @Nullable Replica next(int call, long nowNanos) {
        Replica chosen = choice.next(call, nowNanos);
        if (chosen != null || kit.spec.breakdowns() == null) {
            return chosen;
        }
        for (int tried = 0; tried < replicas.length; tried++) {
            Replica replica = replicas[turn];
            turn = turn + 1 == replicas.length ? 0 : turn + 1;
            if (replica.accepts()) {
                return replica;
            }
        }
        return null;
    }

    private void returned(int call, Outcome outcome, long now) {
        Job job = kit.jobs.at(bench.calls().note(call));
        int place = job.place;
        replicas[place].callsDone(job, outcome, now);
        count(place, now);
    }

    /** Takes what came of looking for a page; returns whether anybody waited for it. */
    public boolean looked(long ticket, Pages.Look look, long nowNanos) {
        Job job = kit.kept == null ? null : kit.kept.looked(ticket, look);
        if (job != null) {
            int place = job.place;
            replicas[place].looked(job, look == Pages.Look.THERE, nowNanos);
            count(place, nowNanos);
        }
        return job != null;
    }

    /** Brings the meter and the choice up to date after a change in a replica. */
    private void count(int replica, long now) {
        choice.changed(replica, now);
        kit.meter.set(kit.busy[0], kit.waiting[0], now);
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        int place = arg;
        switch (op) {
            case Replica.WORK_DONE -> {
                Job job = kit.jobs.at(arg);
                place = job.place;
                replicas[place].workDone(job, nowNanos);
            }
            case Replica.LEAVES -> {
                Job job = kit.jobs.at(arg);
                place = job.place;
                replicas[place].end(job, Outcome.TIMED_OUT, nowNanos);
            }
            case Replica.NOT_SEEN -> {
                Job job = kit.jobs.at(arg);
                place = job.place;
                replicas[place].notSeen(job, nowNanos);
            }
            default -> replicas[place].onTimer(op, nowNanos);
        }
        count(place, nowNanos);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        Job job = kit.jobs.at(bench.calls().note(call));
        int place = job.place;
        replicas[place].end(job, Outcome.CANCELLED, nowNanos);
        count(place, nowNanos);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        int entry = bench.notes().add(Event.ACTED, action.toString(), cause);
        if (action instanceof Action.Resize resize) {
            for (Replica replica : replicas) {
                replica.resize(resize.setting(), resize.factor().factor(), nowNanos);
            }
        } else if (action instanceof Action.Assign change && change.setting().equals(ADMIT)) {
            admission.assign(change, nowNanos);
        } else if (action instanceof Action.Assign change) {
            for (Replica replica : replicas) {
                replica.assign(change.setting(), change.number(), nowNanos);
            }
        } else if (action instanceof Action.Restart) {
            boolean allUp = Arrays.stream(replicas).allMatch(Replica::isUp);
            for (Replica replica : replicas) {
                if (allUp || !replica.isUp()) {
                    replica.restart(entry, nowNanos);
                }
            }
        }
        for (int i = 0; i < replicas.length; i++) {
            count(i, nowNanos);
        }
    }

    @Override
    public void strike(Strike strike, long nowNanos) {
        Integer struck = strike.effect().replicas();
        for (int i = 0; i < replicas.length && (struck == null || i < struck); i++) {
            replicas[i].strike(strike, nowNanos);
            count(i, nowNanos);
        }
    }

    @Override
    public int holding() {
        return Arrays.stream(replicas).mapToInt(Replica::holding).sum();
    }

    @Override
    public Meter meter() {
        return kit.meter;
    }

    @Override
    public double up() {
        return (double) Arrays.stream(replicas).filter(Replica::isUp).count() / replicas.length;
    }

    @Override
    public Vital vital() {
        Vital best = Vital.REFUSES;
        for (Replica replica : replicas) {
            if (replica.isUp() && !replica.stands()) {
                return Vital.ANSWERS;
            }
            best = replica.stands() ? Vital.STANDS : best;
        }
        return best;
    }

    @Override
    public Map<String, Double> gauges(long nowNanos) {
        return Map.of("up", up() * replicas.length);
    }
}
