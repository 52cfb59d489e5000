package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Trial;
import java.util.Map;

/**
 * A run to be made.
 *
 * @param contender who
 * @param draw the draw of the knobs, or {@link Trial#AS_WRITTEN}
 * @param replication which of the seeds of that draw
 * @param places where the knobs lie; those left out are as written
 */
record Job(Contender contender, int draw, int replication, Map<String, Double> places) {
    private static final int SEEDS_APART = 1_000_000;

    /** Returns the number of the replication: what is run as written is what {@code run} shows first. */
    int number() {
        return Math.max(0, draw) + replication * SEEDS_APART;
    }
}
