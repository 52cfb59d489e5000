package dev.foreshock.engine.unit;

/** How an observed number is held against a limit. */
public enum Comparison {
    /** Less than the limit. */
    BELOW("<"),
    /** Not more than the limit. */
    AT_MOST("<="),
    /** More than the limit. */
    ABOVE(">"),
    /** Not less than the limit. */
    AT_LEAST(">="),
    /** The limit itself, within a tolerance. */
    EQUAL("=");

    /** What binary fractions lose: 61 % is within 1 point of 60 %. */
    private static final double ROUNDING = 1e-12;

    private final String text;

    Comparison(String text) {
        this.text = text;
    }

    /** Returns the sign in files. */
    public String text() {
        return text;
    }

    /** Tells whether {@code observed} meets the limit; never for a NaN. */
    public boolean holds(double observed, double limit, double tolerance) {
        return switch (this) {
            case BELOW -> observed < limit;
            case AT_MOST -> observed <= limit;
            case ABOVE -> observed > limit;
            case AT_LEAST -> observed >= limit;
            case EQUAL ->
                observed == limit
                        || Math.abs(observed - limit)
                                <= tolerance + ROUNDING * Math.max(Math.abs(observed), Math.abs(limit));
        };
    }
}
