package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import dev.foreshock.engine.spi.Timers;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a replica is up and at what speed: crashes, starts, and breakdowns where the description has them. */
final class Life {
    static final int BOOTED = 3;
    static final int WARMED = 4;
    static final int RESTARTS_ITSELF = 5;
    static final int BREAKS = 6;
    static final int REPAIRED = 7;

    private final ServerKit kit;
    private final Replica replica;
    private final Saturation saturation;
    private final Timers timers;
    private final @Nullable Breakage breakage;
    private final Hindrance hindrance = new Hindrance();
    private final HeldDown held = new HeldDown();
    private double speed = 1;
    private boolean up = true;
    private long timer;
    private int entry = Notes.NO_CAUSE;

    Life(ServerKit kit, Replica replica, Saturation saturation) {
        this.kit = kit;
        this.replica = replica;
        this.saturation = saturation;
        timers = kit.bench.timers();
        BreakdownSpec spec = kit.spec.breakdowns();
        breakage = spec == null ? null : new Breakage(spec, kit, replica.index);
        if (breakage != null) {
            breakage.begin(0);
        }
    }

    boolean isUp() {
        return up && !isBroken();
    }

    boolean accepts() {
        return up;
    }

    /** Tells whether the process is up and stands. */
    boolean stands() {
        return isUp() && hindrance.speed() == 0;
    }

    private boolean isBroken() {
        return breakage != null && breakage.isBroken();
    }

    /** Returns the entry that explains why a queue forms now, or {@link Notes#NO_CAUSE}. */
    int causeOfQueue() {
        if (hindrance.cause() != Notes.NO_CAUSE) {
            return hindrance.cause();
        }
        return speed < 1 || isBroken() ? entry : Notes.NO_CAUSE;
    }

    void crash(int held, long now) {
        entry = note(
                Event.CRASHED, " crashes: " + held + " requests in flight fill its memory", saturation.cause(entry));
        goDown(now);
        restartLater(now);
    }

    private void restartLater(long now) {
        Duration automatic = kit.spec.restart().automatic();
        if (automatic != null) {
            timer = timers.at(now + automatic.toNanos(), RESTARTS_ITSELF, replica.index);
        }
    }

    /** Handles a fault. One that kills the process and ends by itself leaves it down until then, and so do several until the last is over. */
    void strike(Strike strike, long now) {
        if (!(strike.effect() instanceof Crash)) {
            hindrance.strike(strike);
            speed(speed, now);
        } else if (strike.begins()) {
            kill(strike.cause(), now);
            held.strike(strike);
            if (!held.isDown()) {
                restartLater(now);
            }
        } else if (held.isBy(strike)) {
            held.strike(strike);
            if (!held.isDown()) {
                restart(strike.cause(), now);
            }
        }
    }

    private void kill(int cause, long now) {
        if (up) {
            entry = note(Event.CRASHED, " crashes: it is killed", cause);
            goDown(now);
        } else {
            timers.cancel(timer);
        }
    }

    private int note(Event event, String what, int cause) {
        return kit.bench.notes().add(event, kit.nameOf(replica.index) + what, cause);
    }

    private void goDown(long now) {
        boolean worked = isUp();
        up = false;
        if (breakage != null) {
            breakage.cancel(now);
        }
        if (worked) {
            kit.turned(false, replica.workers(), now);
        }
        saturation.emptied(now);
        timers.cancel(timer);
        replica.lose(now);
    }

    void restart(int cause, long now) {
        if (up) {
            goDown(now);
        } else if (breakage != null) {
            breakage.cancel(now);
        }
        timers.cancel(timer);
        held.letGo();
        entry = note(
                Event.STARTED, " boots for " + Spans.text(kit.spec.restart().takes()), cause);
        timer = timers.at(now + kit.spec.restart().takes().toNanos(), BOOTED, replica.index);
    }

    void onTimer(int op, long now) {
        switch (op) {
            case BOOTED -> booted(now);
            case WARMED -> warmed(now);
            case RESTARTS_ITSELF -> {
                timer = 0;
                restart(entry, now);
            }
            case BREAKS -> breaks(now);
            case REPAIRED -> repaired(now);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
    }

    private void booted(long now) {
        timer = 0;
        up = true;
        hindrance.startedAnew();
        kit.turned(true, replica.workers(), now);
        replica.forget();
        double cold = kit.spec.restart().cold().share();
        boolean startsCold = cold < 1 && !kit.spec.restart().coldFor().isZero();
        String how = startsCold ? ", cold at " + kit.spec.restart().cold() + " speed" : "";
        entry = note(Event.UP, " is up" + how, entry);
        speed(startsCold ? cold : 1, now);
        if (startsCold) {
            timer = timers.at(now + kit.spec.restart().coldFor().toNanos(), WARMED, replica.index);
        }
        if (breakage != null) {
            breakage.begin(now);
        }
    }

    private void warmed(long now) {
        timer = 0;
        speed(1, now);
        note(Event.WARM, " is warm", entry);
    }

    private void speed(double to, long now) {
        speed = to;
        replica.speed(to * hindrance.speed(), now);
    }

    private void breaks(long now) {
        Breakage broken = Objects.requireNonNull(breakage);
        boolean keeps = broken.keepsWork();
        entry = note(
                Event.BROKE,
                keeps ? " breaks down; its requests wait" : " breaks down and loses its requests",
                Notes.NO_CAUSE);
        kit.turned(false, replica.workers(), now);
        broken.breaks(now);
        if (keeps) {
            replica.pause(now);
        } else {
            up = false;
            saturation.emptied(now);
            timers.cancel(timer);
            replica.lose(now);
        }
    }

    private void repaired(long now) {
        Breakage mended = Objects.requireNonNull(breakage);
        mended.repaired(now);
        if (!mended.keepsWork()) {
            booted(now);
            return;
        }
        kit.turned(true, replica.workers(), now);
        if (entry != Notes.NO_CAUSE) {
            entry = note(Event.UP, " is repaired", entry);
        }
        mended.begin(now);
        replica.goOn(now);
    }
}
