package dev.foreshock.engine.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A SplitMix64 generator that is started anew for every draw from a stream and a key.
 *
 * <p>A draw depends on nothing but (stream, key): not on what was drawn before, nor on how often. Source: Steele, Lea
 * and Flood, "Fast splittable pseudorandom number generators", 2014. Not thread-safe.
 */
public final class KeyedRandom implements UniformRandomProvider {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final ContinuousSampler exponential = ZigguratSampler.Exponential.of(this);
    private final ContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(this);
    private long state;

    /** Creates a generator at an arbitrary, fixed state. */
    @SuppressWarnings("this-escape")
    public KeyedRandom() {}

    /** Starts the draw of {@code stream} for {@code key} and returns this generator. */
    public KeyedRandom at(long stream, long key) {
        state = mix(stream ^ mix(key + GAMMA));
        return this;
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Returns an exponential number with mean 1. */
    public double exponential() {
        return exponential.sample();
    }

    /** Returns a normal number with mean 0 and standard deviation 1. */
    public double gaussian() {
        return gaussian.sample();
    }

    /** Returns a uniform number in [0, 1) for {@code key} of {@code stream} without touching any state. */
    public static double uniform(long stream, long key) {
        return (mix(mix(stream ^ mix(key + GAMMA)) + GAMMA) >>> 11) * 0x1.0p-53;
    }

    /** Returns a key made of two parts; the order of the parts matters. */
    public static long key(long first, long second) {
        return keyWithPart(first, part(second));
    }

    /** Returns a key made of three parts; the order of the parts matters. */
    public static long key(long first, long second, long third) {
        return key(key(first, second), third);
    }

    /** Returns a part of keys, prepared: {@code keyWithPart(first, part(second))} is {@code key(first, second)}. */
    public static long part(long second) {
        return mix(second + GAMMA);
    }

    /** Returns the key made of {@code first} and of a part that {@link #part} has prepared. */
    public static long keyWithPart(long first, long part) {
        return mix(first * GAMMA + part);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
