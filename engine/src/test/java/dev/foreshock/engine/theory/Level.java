package dev.foreshock.engine.theory;

import java.util.Arrays;

/** The distribution over time of a whole number that changes: how long it was at each value, and when it fell. */
final class Level {
    private static final int HIGHEST = 1 << 20;

    private final Falls falls = new Falls();

    private final long fromNanos;
    private double[] nanosAt = new double[64];
    private int value;
    private long changedNanos;
    private int highest;
    private long lastPositiveNanos;

    /** Creates a number that is 0 and watched from {@code fromNanos} on. */
    Level(long fromNanos) {
        this.fromNanos = fromNanos;
    }

    void set(int now, long nowNanos) {
        advance(nowNanos);
        if (nowNanos >= fromNanos && now != value) {
            falls.changed(value, now, nowNanos);
        }
        value = now;
        highest = Math.max(highest, now);
    }

    void add(int change, long nowNanos) {
        set(value + change, nowNanos);
    }

    int value() {
        return value;
    }

    void advance(long nowNanos) {
        if (nowNanos > fromNanos) {
            int index = Math.min(value, HIGHEST - 1);
            if (index >= nanosAt.length) {
                nanosAt = Arrays.copyOf(nanosAt, Integer.highestOneBit(index) * 2);
            }
            nanosAt[index] += nowNanos - Math.max(changedNanos, fromNanos);
        }
        if (value > 0) {
            lastPositiveNanos = nowNanos;
        }
        changedNanos = nowNanos;
    }

    /** Returns how often it fell below {@code least}. */
    long fallsBelow(int least) {
        return falls.below(least);
    }

    /** Returns the mean time from its return to the highest value, after a fall below {@code least}, to the next such fall. */
    double fromTopToBelowSeconds(int least) {
        return falls.fromTopSeconds(least);
    }

    /** Returns the highest value, warm-up included. */
    int highest() {
        return highest;
    }

    /** Returns the last time at which it was above 0. */
    long lastPositiveNanos() {
        return lastPositiveNanos;
    }

    /** Returns the mean over time. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < nanosAt.length; i++) {
            sum += i * nanosAt[i];
        }
        return sum / total();
    }

    /** Returns the share of time at {@code least} or above. */
    double shareFrom(int least) {
        double sum = 0;
        for (int i = least; i < nanosAt.length; i++) {
            sum += nanosAt[i];
        }
        return sum / total();
    }

    private double total() {
        return Arrays.stream(nanosAt).sum();
    }
}
