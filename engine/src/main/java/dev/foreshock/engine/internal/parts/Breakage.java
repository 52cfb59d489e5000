package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Timers;

/** The breakdowns of one replica: it is up for a time, then broken until a crew was free and has repaired it. */
final class Breakage {
    private final BreakdownSpec spec;
    private final ServerKit kit;
    private final int replica;
    private final Timers timers;
    private final TimeSampler up;
    private final TimeSampler repair;
    private final long upStream;
    private final long repairStream;
    private int number;
    private boolean broken;
    private long timer;

    Breakage(BreakdownSpec spec, ServerKit kit, int replica) {
        this.spec = spec;
        this.kit = kit;
        this.replica = replica;
        timers = kit.bench.timers();
        up = spec.every().sampler();
        repair = spec.repair().sampler();
        upStream = kit.bench.stream("breakdown");
        repairStream = kit.bench.stream("repair");
    }

    boolean isBroken() {
        return broken;
    }

    boolean keepsWork() {
        return spec.work() == BreakdownSpec.Work.KEPT;
    }

    /** Begins a time without a breakdown. */
    void begin(long now) {
        number++;
        timer = timers.at(now + draw(up, upStream), Life.BREAKS, replica);
    }

    /** Breaks; a crew is sent for. */
    void breaks(long now) {
        timer = 0;
        broken = true;
        kit.crews.send(this, now);
    }

    /** Handles that a crew is there. */
    void crewArrives(long now) {
        timer = timers.at(now + draw(repair, repairStream), Life.REPAIRED, replica);
    }

    /** Is as before; the crew goes to the next. */
    void repaired(long now) {
        timer = 0;
        broken = false;
        kit.crews.free(now);
    }

    /** Neither breaks nor is repaired, as it goes down or is started anew. */
    void cancel(long now) {
        if (broken && timer != 0) {
            kit.crews.free(now);
        } else if (broken) {
            kit.crews.callOff(this);
        }
        timers.cancel(timer);
        timer = 0;
        broken = false;
    }

    private long draw(TimeSampler law, long stream) {
        return law.nextNanos(kit.bench.random().at(stream, KeyedRandom.key(replica, number)));
    }
}
