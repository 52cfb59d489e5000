package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.policy.TokenBucket;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server: admits requests, and hands them in turn to those of its replicas that are up. */
public final class Server implements Component {
    /** The settings that can be resized while it runs. */
    public static final Set<String> RESIZABLE = Set.of("workers", "memory");

    private final Workbench bench;
    final ServerKit kit;
    private final Replica[] replicas;
    private final @Nullable TokenBucket tokens;
    private final boolean bySession;
    private final AdmittedSessions admitted = new AdmittedSessions();
    private int turn;

    /** Builds the server. */
    @SuppressWarnings("this-escape")
    public Server(ServerSpec spec, Workbench bench) {
        this.bench = bench;
        AdmissionSpec admit = spec.admit();
        tokens = admit == null
                ? null
                : new TokenBucket(
                        admit.perSecond(spec.replicas()),
                        admit.perSecond(spec.replicas()) * admit.burst().toNanos() / 1e9);
        bySession = admit != null && admit.by() == By.SESSION;
        kit = new ServerKit(spec, bench, this::returned);
        replicas = new Replica[spec.replicas()];
        for (int i = 0; i < replicas.length; i++) {
            replicas[i] = new Replica(kit, i);
        }
    }

    @Override
    public void arrive(int call, long nowNanos) {
        Replica replica = nextUp();
        if (replica == null) {
            bench.calls().respond(call, Outcome.REFUSED);
        } else if (admits(call, nowNanos)) {
            replica.take(call, nowNanos);
            count(nowNanos);
        } else {
            bench.calls().respond(call, Outcome.SHED);
        }
    }

    private @Nullable Replica nextUp() {
        for (int tried = 0; tried < replicas.length; tried++) {
            Replica replica = replicas[turn];
            turn = turn + 1 == replicas.length ? 0 : turn + 1;
            if (replica.isUp()) {
                return replica;
            }
        }
        return null;
    }

    private boolean admits(int call, long now) {
        if (tokens == null) {
            return true;
        }
        if (!bySession) {
            return tokens.take(now);
        }
        long session = bench.calls().session(call);
        if (admitted.contains(session)) {
            return true;
        }
        boolean admits = tokens.take(now);
        if (admits) {
            admitted.add(session);
        }
        return admits;
    }

    private void returned(int call, Outcome outcome, long now) {
        int job = bench.calls().note(call);
        replicas[kit.jobs.place[job]].callsDone(job, outcome, now);
        count(now);
    }

    /** Brings the meter up to date after a change in some replica. */
    private void count(long now) {
        kit.meter.set(kit.busy[0], kit.waiting[0], now);
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        if (op == Replica.WORK_DONE) {
            replicas[kit.jobs.place[arg]].workDone(arg, nowNanos);
        } else {
            replicas[arg].onTimer(op, nowNanos);
        }
        count(nowNanos);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        int job = bench.calls().note(call);
        replicas[kit.jobs.place[job]].cancel(job, nowNanos);
        count(nowNanos);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        int entry = bench.notes().add(Event.ACTED, action.toString(), cause);
        if (action instanceof Action.Resize resize) {
            for (Replica replica : replicas) {
                replica.resize(resize.setting(), resize.factor().factor(), nowNanos);
            }
        } else if (action instanceof Action.Restart) {
            boolean allUp = Arrays.stream(replicas).allMatch(Replica::isUp);
            for (Replica replica : replicas) {
                if (allUp || !replica.isUp()) {
                    replica.restart(entry, nowNanos);
                }
            }
        }
        count(nowNanos);
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
    public Map<String, Double> gauges(long nowNanos) {
        return Map.of("up", up() * replicas.length);
    }
}
