package dev.foreshock.engine.unit;

/** A rate, or a multiple of the usual rate. */
public sealed interface Load permits Rate, Multiple {
    /** Returns the rate this load means where {@code usual} is the usual one. */
    Rate against(Rate usual);
}
