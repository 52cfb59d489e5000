package dev.foreshock.engine.reference;

import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;

/** The random draws of one replication: functions of the name of a stream and a key. */
final class Draw {
    private final Streams streams;
    final KeyedRandom random = new KeyedRandom();

    Draw(Streams streams) {
        this.streams = streams;
    }

    long stream(String name) {
        return streams.named(name);
    }

    /** Draws a time in nanoseconds. */
    long time(TimeLaw law, String stream, long key) {
        return law.sampler().nextNanos(random.at(stream(stream), key));
    }

    int count(CountLaw law, String stream, long key) {
        return law.next(random.at(stream(stream), key));
    }

    /** Draws a number in [0, 1). */
    double uniform(String stream, long key) {
        return KeyedRandom.uniform(stream(stream), key);
    }

    double exponential(String stream, long key) {
        return random.at(stream(stream), key).exponential();
    }

    double gaussian(String stream, long key) {
        return random.at(stream(stream), key).gaussian();
    }

    /** Returns the {@code index}th whole number below {@code bound} that 64 random bits are worth. */
    static int below(int bound, long bits, int index) {
        return (int) (((KeyedRandom.key(bits, index) >>> 32) * bound) >>> 32);
    }

    /** Returns where {@code uniform} falls among relative weights: their running sums, divided by the whole. */
    static int weighted(double[] weights, double uniform) {
        double whole = 0;
        for (double weight : weights) {
            whole += weight;
        }
        double sum = 0;
        for (int i = 0; i < weights.length - 1; i++) {
            sum += weights[i];
            if (uniform < sum / whole) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
