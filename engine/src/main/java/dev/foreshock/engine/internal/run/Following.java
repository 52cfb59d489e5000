package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.arrival.ArrivalSpec.Brood;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.function.LongConsumer;

/** Draws the users whom each user brings: a Poisson number of them, each after a while of its own. */
final class Following {
    private final double each;
    private final TimeSampler after;
    private final long stream;
    private final KeyedRandom random;

    Following(Brood brood, long stream, KeyedRandom random) {
        each = brood.each();
        after = brood.after().sampler();
        this.stream = stream;
        this.random = random;
    }

    /** Hands the times at which those come whom {@code user}, coming {@code now}, brings. */
    void brings(int user, long now, LongConsumer comes) {
        double position = random.at(stream, KeyedRandom.key(user, 0)).exponential();
        for (int brought = 1; position < each; brought++) {
            comes.accept(now + after.nextNanos(random.at(stream, KeyedRandom.key(user, brought))));
            position += random.exponential();
        }
    }
}
