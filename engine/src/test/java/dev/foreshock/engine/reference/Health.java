package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Spans;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a replica is up: crashes, starts, breakdowns. */
final class Health {
    private final ReplicaPart replica;
    private final ServerPart server;
    private final RestartSpec restart;
    private final @Nullable BreakdownSpec breakdowns;
    private boolean started = true;
    private boolean broken;
    private boolean cold;
    private final Speed hindrances = new Speed();

    /** The faults under way that killed it and keep it down. */
    private final Set<String> killers = new HashSet<>();

    /** Its speed but for faults. */
    private double own = 1;

    private int entry = Diary.NO_CAUSE;
    private int lives;
    private Agenda.@Nullable Entry timer;
    private Agenda.@Nullable Entry breakTimer;
    private Agenda.@Nullable Entry repairTimer;

    Health(ReplicaPart replica) {
        this.replica = replica;
        server = replica.server;
        restart = server.spec.restart();
        breakdowns = server.spec.breakdowns();
        waitForBreakdown();
    }

    boolean isUp() {
        return started && !broken;
    }

    /** Tells whether requests can wait in it: it is up, or broken and keeps what it has. */
    boolean accepts() {
        return started;
    }

    /** Tells whether it is up, and stands. */
    boolean stands() {
        return isUp() && hindrances.share() == 0;
    }

    int causeOfQueue() {
        if (hindrances.cause() != Diary.NO_CAUSE) {
            return hindrances.cause();
        }
        return cold || broken ? entry : Diary.NO_CAUSE;
    }

    private void waitForBreakdown() {
        if (breakdowns != null) {
            lives++;
            long until = server.draw.time(breakdowns.every(), server.stream("breakdown"), life());
            breakTimer = server.agenda.after(until, () -> server.then(this::breaks));
        }
    }

    private long life() {
        return KeyedRandom.key(replica.number, lives);
    }

    private int note(Event event, String what, int cause) {
        return server.note(event, replica.name + what, cause);
    }

    void crash(int held) {
        entry = note(
                Event.CRASHED,
                " crashes: " + held + " requests in flight fill its memory",
                replica.strain.cause(entry));
        goDown();
        comesBackByItself();
    }

    private void comesBackByItself() {
        if (restart.automatic() != null) {
            timer = server.agenda.after(restart.automatic().toNanos(), () -> server.then(() -> restart(entry)));
        }
    }

    /** A fault strikes the process. */
    void faultBegins(String fault, ComponentEffect effect, boolean lasts, int cause) {
        if (!(effect instanceof Crash)) {
            hindrances.begins(fault, effect, cause);
            replica.speed(own * hindrances.share());
            return;
        }
        if (started) {
            entry = note(Event.CRASHED, " crashes: it is killed", cause);
            goDown();
        } else {
            Attempt.cancel(timer);
        }
        if (lasts) {
            killers.add(fault);
        } else if (killers.isEmpty()) {
            comesBackByItself();
        }
    }

    /** A fault that strikes the process is over. */
    void faultEnds(String fault, ComponentEffect effect, int cause) {
        if (!(effect instanceof Crash)) {
            hindrances.ends(fault);
            replica.speed(own * hindrances.share());
        } else if (killers.remove(fault) && killers.isEmpty()) {
            restart(cause);
        }
    }

    private void goDown() {
        started = false;
        cancelBreakdown();
        replica.strain.emptied();
        Attempt.cancel(timer);
        replica.lose();
    }

    /** It neither breaks nor is repaired. */
    private void cancelBreakdown() {
        Attempt.cancel(breakTimer);
        if (broken) {
            broken = false;
            boolean atWork = repairTimer != null;
            Attempt.cancel(repairTimer);
            repairTimer = null;
            server.crews.callOff(this, atWork);
        }
    }

    /** Starts it, after stopping it if it is up. */
    void restart(int cause) {
        if (started) {
            goDown();
        } else {
            cancelBreakdown();
        }
        Attempt.cancel(timer);
        killers.clear();
        entry = note(Event.STARTED, " boots for " + Spans.text(restart.takes()), cause);
        timer = server.agenda.after(restart.takes().toNanos(), () -> server.then(this::booted));
    }

    private void booted() {
        started = true;
        hindrances.anew();
        replica.forget();
        cold = restart.cold().share() < 1 && !restart.coldFor().isZero();
        entry = note(Event.UP, " is up" + (cold ? ", cold at " + restart.cold() + " speed" : ""), entry);
        own = cold ? restart.cold().share() : 1;
        replica.speed(own * hindrances.share());
        if (cold) {
            timer = server.agenda.after(restart.coldFor().toNanos(), () -> server.then(this::warm));
        }
        waitForBreakdown();
    }

    private void warm() {
        cold = false;
        own = 1;
        replica.speed(own * hindrances.share());
        note(Event.WARM, " is warm", entry);
    }

    private void breaks() {
        boolean keeps = breakdowns.work() == Work.KEPT;
        entry = note(
                Event.BROKE,
                keeps ? " breaks down; its requests wait" : " breaks down and loses its requests",
                Diary.NO_CAUSE);
        broken = true;
        server.crews.send(this);
        if (keeps) {
            replica.pause();
        } else {
            started = false;
            replica.strain.emptied();
            Attempt.cancel(timer);
            replica.lose();
        }
    }

    /** A crew begins the repair. */
    void crewArrives() {
        long takes = server.draw.time(breakdowns.repair(), server.stream("repair"), life());
        repairTimer = server.agenda.after(takes, () -> server.then(this::repaired));
    }

    private void repaired() {
        broken = false;
        repairTimer = null;
        server.crews.free();
        if (breakdowns.work() == Work.LOST) {
            booted();
            return;
        }
        if (entry != Diary.NO_CAUSE) {
            entry = note(Event.UP, " is repaired", entry);
        }
        waitForBreakdown();
        replica.resume();
    }
}
