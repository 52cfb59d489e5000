package dev.foreshock.engine.performance;

/** Simulates a model once. */
@FunctionalInterface
interface Contestant {
    /** Simulates so many seconds from nothing, with the draws of {@code seed}. */
    Figures run(long seed, int seconds);
}
