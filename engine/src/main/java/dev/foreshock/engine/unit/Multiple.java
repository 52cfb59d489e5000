package dev.foreshock.engine.unit;

/**
 * A factor, written {@code x3.5} in files.
 *
 * @param factor the factor, not negative
 */
public record Multiple(double factor) implements Load {
    /**
     * Creates a multiple.
     *
     * @throws IllegalArgumentException if the factor is negative, infinite or not a number
     */
    public Multiple {
        Checks.finiteAndNotNegative("multiple", factor);
    }

    /** Returns a multiple of {@code factor}. */
    public static Multiple x(double factor) {
        return new Multiple(factor);
    }

    @Override
    public Rate against(Rate usual) {
        return usual.times(factor);
    }

    @Override
    public String toString() {
        return "x" + Checks.plain(factor);
    }
}
