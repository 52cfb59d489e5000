package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.policy.Choice;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Workbench;
import org.jspecify.annotations.Nullable;

/** Chooses a replica that is up. One that is found down is left out until it is up again. */
final class ReplicaChoice {
    private final Workbench bench;
    private final Replica[] replicas;
    private final Choice choice;
    private final long stream;
    private final int[] down;
    private int downCount;

    ReplicaChoice(ChoiceSpec spec, Replica[] replicas, Workbench bench) {
        this.bench = bench;
        this.replicas = replicas;
        choice = Choice.of(spec, replicas.length);
        stream = bench.stream("choice of replica");
        down = new int[replicas.length];
    }

    /** Returns the replica for a call; null if none is up. */
    @Nullable
    Replica next(int call, long now) {
        for (int i = downCount - 1; i >= 0; i--) {
            if (replicas[down[i]].isUp()) {
                choice.takesPart(down[i], true);
                down[i] = down[--downCount];
            }
        }
        long bits = KeyedRandom.key(stream, bench.calls().key(call));
        for (int chosen = choice.choose(now, bits); chosen != Choice.NOBODY; chosen = choice.choose(now, bits)) {
            if (replicas[chosen].isUp()) {
                bench.calls().heldBy(call, chosen);
                return replicas[chosen];
            }
            choice.takesPart(chosen, false);
            down[downCount++] = chosen;
        }
        return null;
    }

    /** Notes what is in flight at a replica after something happened there. */
    void changed(int replica, long now) {
        choice.inFlight(replica, replicas[replica].holding(), now);
    }
}
