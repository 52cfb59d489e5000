package dev.foreshock.engine.spi;

/** Timers of one component. */
public interface Timers {
    /** Returns the present time in nanoseconds since the start of the run. */
    long nowNanos();

    /**
     * Sets a timer that calls {@link Component#on} with {@code op} and {@code arg}. Equal times keep the order of setting.
     *
     * @return the key to cancel it with, never 0
     */
    long at(long timeNanos, int op, int arg);

    /** Cancels a timer; a timer that fired or was cancelled already, and 0, are ignored. */
    void cancel(long key);
}
