package dev.foreshock.engine.internal.steady;

/** A number that changes from time to time, summed up over time in windows. */
final class Level {
    final double[] integral;
    private final Windows windows;
    private double value;
    private long sinceNanos;

    Level(Windows windows) {
        this.windows = windows;
        integral = windows.zeros();
    }

    void set(double next, long nowNanos) {
        windows.spread(integral, value, sinceNanos, nowNanos);
        value = next;
        sinceNanos = nowNanos;
    }

    void add(double change, long nowNanos) {
        set(value + change, nowNanos);
    }
}
