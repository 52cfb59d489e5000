package dev.foreshock.faults.internal.toxiproxy.toxic;

/** The time of one event loop. */
public interface Timers {
    /** Returns a time that only moves forward, in nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** Has {@code task} run on this loop after {@code nanos}, unless the returned handle is called before. */
    Runnable after(long nanos, Runnable task);
}
