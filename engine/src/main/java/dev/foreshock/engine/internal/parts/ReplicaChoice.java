package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.policy.Choice;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Chooses a replica that is up, as if those that are down were not there. */
final class ReplicaChoice {
    private final Workbench bench;
    private final Replica[] replicas;

    /** The one there is, where there is just one: nothing is to be chosen then. */
    private final @Nullable Replica only;

    private final Choice choice;
    private final long stream;
    private final boolean[] takesPart;

    ReplicaChoice(ChoiceSpec spec, Replica[] replicas, Workbench bench) {
        this.bench = bench;
        this.replicas = replicas;
        only = replicas.length == 1 ? replicas[0] : null;
        choice = Choice.of(spec, replicas.length);
        stream = bench.stream("choice of replica");
        takesPart = new boolean[replicas.length];
        Arrays.fill(takesPart, true);
    }

    /** Returns the replica for a call; null if none is up. */
    @Nullable
    Replica next(int call, long now) {
        if (only != null) {
            return only.isUp() ? only : null;
        }
        int chosen = choice.choose(now, KeyedRandom.key(stream, bench.calls().key(call)));
        return chosen == Choice.NOBODY ? null : replicas[chosen];
    }

    /** Notes whether a replica is up and what is in flight there, after something happened there. */
    void changed(int replica, long now) {
        if (only != null) {
            return;
        }
        boolean up = replicas[replica].isUp();
        // At once: a draw among all that is repeated where it falls on one that is down would prefer its neighbor.
        if (up != takesPart[replica]) {
            takesPart[replica] = up;
            choice.takesPart(replica, up);
        }
        choice.inFlight(replica, replicas[replica].holding(), now);
    }
}
