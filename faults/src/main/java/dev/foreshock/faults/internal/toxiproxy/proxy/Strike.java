package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Behavior;
import dev.foreshock.faults.internal.toxiproxy.toxic.Chunk;
import dev.foreshock.faults.internal.toxiproxy.toxic.Lane;
import java.util.Set;

/** A toxic on one connection: counts what comes to it. On the connection's event loop only. */
final class Strike {
    private final String name;
    private final boolean isEffect;
    private final Tally tally;
    private boolean counted;

    Strike(ActiveToxic toxic) {
        this.name = toxic.name();
        this.isEffect = toxic.isEffect();
        this.tally = toxic.tally();
    }

    /** Adds the name of the toxic to one of two sets if it has done anything, or bytes or the end have come to it. */
    void note(Set<String> toxics, Set<String> effects) {
        if (counted) {
            (isEffect ? effects : toxics).add(name);
        }
    }

    /** Returns {@code behavior}, counted. */
    Behavior counting(Behavior behavior) {
        return new Behavior() {
            @Override
            public void start(Lane lane) {
                behavior.start(lane);
            }

            @Override
            public void chunk(Chunk chunk, Lane lane) {
                met();
                tally.addBytes(chunk.size());
                behavior.chunk(chunk, lane);
            }

            @Override
            public void closes() {
                met();
            }

            @Override
            public void stop() {
                behavior.stop();
            }

            @Override
            public void end(Lane lane) {
                met();
                behavior.end(lane);
            }
        };
    }

    /** Notes that the toxic has touched this connection. */
    void met() {
        if (!counted) {
            counted = true;
            tally.addConnection();
        }
    }
}
