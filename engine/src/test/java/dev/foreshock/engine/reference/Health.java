package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Spans;
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

    int causeOfQueue() {
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
        if (restart.automatic() != null) {
            timer = server.agenda.after(restart.automatic().toNanos(), () -> server.then(() -> restart(entry)));
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
        entry = note(Event.STARTED, " boots for " + Spans.text(restart.takes()), cause);
        timer = server.agenda.after(restart.takes().toNanos(), () -> server.then(this::booted));
    }

    private void booted() {
        started = true;
        replica.forget();
        cold = restart.cold().share() < 1 && !restart.coldFor().isZero();
        entry = note(Event.UP, " is up" + (cold ? ", cold at " + restart.cold() + " speed" : ""), entry);
        replica.speed(cold ? restart.cold().share() : 1);
        if (cold) {
            timer = server.agenda.after(restart.coldFor().toNanos(), () -> server.then(this::warm));
        }
        waitForBreakdown();
    }

    private void warm() {
        cold = false;
        replica.speed(1);
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
