package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.List;

/** The standby of a database, and whoever looks after the primary. */
final class Deputy {
    private final StandbySpec spec;
    private final DatabasePart database;
    private final Interpreter world;
    private final Agenda agenda;

    /** When writes were acknowledged while there was a standby. */
    private final List<Long> acknowledged = new ArrayList<>();

    private long nextCheck;
    private boolean isThere = true;
    private boolean takesOver;
    private boolean looksDown;
    private int inARow;
    private Long lastTakeover;
    private int takeovers;
    private boolean primaryIsStopped;
    private int cause;

    Deputy(StandbySpec spec, DatabasePart database, Interpreter world) {
        this.spec = spec;
        this.database = database;
        this.world = world;
        agenda = world.agenda;
        nextCheck = (long) (world.draw.uniform(database.stream("check"), 0) * every());
        agenda.at(nextCheck, this::check);
    }

    private long every() {
        return spec.check().every().toNanos();
    }

    boolean writes(Request request) {
        return spec.writes().isEmpty() || spec.writes().contains(request.kind);
    }

    /** Tells whether a write waits for the standby. */
    boolean isWaitedFor() {
        return isThere && spec.mode() == Mode.SYNCHRONOUS && !spec.lag().isZero();
    }

    boolean takesOver() {
        return takesOver;
    }

    void acknowledged() {
        if (isThere && spec.mode() == Mode.ASYNCHRONOUS) {
            acknowledged.add(agenda.now());
        }
    }

    /** Something happened to the primary, which the entry {@code because} tells of. */
    void look(int because) {
        if (database.isStopped() && !primaryIsStopped) {
            cause = because;
        }
        primaryIsStopped = database.isStopped();
    }

    private void check() {
        if (!isThere) {
            return;
        }
        if (!isCountedFromTheEnd()) {
            planCheck();
        }
        if (database.isStopped() && !database.isGone()) {
            agenda.after(spec.check().within().toNanos(), () -> checked(!database.isStopped()));
        } else {
            checked(!database.isStopped());
        }
    }

    private void planCheck() {
        while (nextCheck <= agenda.now()) {
            nextCheck += every();
        }
        agenda.at(nextCheck, this::check);
    }

    private void checked(boolean good) {
        if (!isThere) {
            return;
        }
        if (good == looksDown) {
            inARow++;
        } else {
            inARow = 0;
        }
        if (inARow == (looksDown ? spec.check().upAfter() : spec.check().downAfter())) {
            looksDown = !looksDown;
            inARow = 0;
        }
        boolean isHeldDown = lastTakeover != null
                && agenda.now() < lastTakeover + spec.holdDown().toNanos();
        if (looksDown && !good && !isHeldDown) {
            if (isCountedFromTheEnd()) {
                nextCheck = agenda.now() + every();
            }
            takeOver();
        } else if (isCountedFromTheEnd()) {
            nextCheck = agenda.now();
            planCheck();
        }
    }

    private boolean isCountedFromTheEnd() {
        return spec.check().from() == HealthCheckSpec.From.END;
    }

    private void takeOver() {
        isThere = false;
        takesOver = true;
        lastTakeover = agenda.now();
        long lag = spec.lag().toNanos();
        long lost = acknowledged.stream().filter(at -> at + lag > agenda.now()).count();
        int found =
                database.note(Event.DETECTED, database.name + " does not answer checks: its standby takes over", cause);
        database.leaveService();
        long takes = world.draw.time(spec.promote(), database.stream("promotion"), takeovers++);
        agenda.after(takes, () -> promoted(lost, found));
    }

    private void promoted(long lost, int found) {
        String text = lost == 0
                ? "has all writes that were acknowledged"
                : "lacks " + (lost == 1 ? "1 write that was" : lost + " writes that were") + " acknowledged";
        int entry = database.note(Event.PROMOTED, database.name + ": the standby is the primary, and " + text, found);
        agenda.after(spec.repoint().toNanos(), () -> {
            takesOver = false;
            primaryIsStopped = false;
            int up = database.note(Event.UP, database.name + " is up: calls reach the new primary", entry);
            database.isReached();
            planRebuild(up);
        });
    }

    private void planRebuild(int up) {
        if (spec.rebuild() != null) {
            agenda.after(spec.rebuild().toNanos(), () -> rebuild(up));
        }
    }

    private void rebuild(int up) {
        if (database.isStopped()) {
            planRebuild(up);
            return;
        }
        isThere = true;
        acknowledged.clear();
        looksDown = false;
        inARow = 0;
        database.note(Event.NOTED, database.name + " has a standby again", up);
        planCheck();
    }
}
