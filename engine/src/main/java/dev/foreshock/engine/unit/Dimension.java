package dev.foreshock.engine.unit;

/** Kinds of numbers, each with a base unit. */
public enum Dimension {
    /** A share from 0 to 1. */
    SHARE,
    /** Per second. */
    RATE,
    /** A plain number. */
    COUNT,
    /** Seconds. */
    TIME,
    /** Seconds since the start of the scenario. */
    INSTANT
}
