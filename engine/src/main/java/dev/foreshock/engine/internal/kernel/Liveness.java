package dev.foreshock.engine.internal.kernel;

/**
 * Tells events that are still wanted from cancelled ones, which an {@link EventQueue} drops whenever it meets
 * them.
 */
@FunctionalInterface
public interface Liveness {
    /** Whether the timer with this key is still pending. Once false for a key, false forever. */
    boolean alive(long key);
}
