package dev.foreshock.engine.sample;

import dev.foreshock.engine.unit.Dimension;

/**
 * What one figure is at full size and what it is in a sample of it, which has counts made up for the scale.
 *
 * @param measure the measure, as gates name it
 * @param dimension what kind of number it is
 * @param full its value in one replication of the full size; infinite if it never came
 * @param sampled its mean over the replications of the sample
 * @param noise how far apart two equal systems may be by chance, with 95 % confidence: {@code t(n-1) s sqrt(1 + 1/n)}, where s is the
 *     standard deviation over the replications of the sample; NaN with one replication, which cannot tell
 * @param tolerance how far apart they may be without harm: 2 points of a share, 2 minutes or 5 % of a time, 5 % of a number
 */
public record Gap(String measure, Dimension dimension, double full, double sampled, double noise, double tolerance) {
    /** Returns how far the sample is off. */
    public double difference() {
        return full == sampled ? 0 : sampled - full;
    }

    /** Tells whether the sample is off by more than its noise and more than does no harm; never where the noise is unknown. */
    public boolean isLarge() {
        double off = Math.abs(difference());
        return off > tolerance && off > noise;
    }
}
