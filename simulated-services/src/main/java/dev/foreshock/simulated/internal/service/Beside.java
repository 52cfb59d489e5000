package dev.foreshock.simulated.internal.service;

/** Hears how long calls took beside what is modelled, as a commit does that goes to a disk. */
@FunctionalInterface
public interface Beside {
    /**
     * A call took so long.
     *
     * @param key names the call
     * @param nanos how long
     */
    void took(long key, long nanos);
}
