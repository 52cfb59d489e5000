package dev.foreshock.engine.unit;

/**
 * A share of a whole, written in percent.
 *
 * @param share the share, from 0 to 1
 */
public record Percent(double share) {
    /** Nothing. */
    public static final Percent ZERO = new Percent(0);

    /** Everything. */
    public static final Percent HUNDRED = new Percent(1);

    /**
     * Creates a share.
     *
     * @throws IllegalArgumentException if the share lies outside 0 to 1
     */
    public Percent {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "percent must lie between 0% and 100%, but was " + Checks.percent(share));
        }
    }

    /** Returns {@code percent} hundredths. */
    public static Percent of(double percent) {
        return new Percent(percent / 100);
    }

    /** Returns what is left of the whole. */
    public Percent complement() {
        return new Percent(1 - share);
    }

    @Override
    public String toString() {
        return Checks.percent(share);
    }
}
