package dev.foreshock.engine.unit;

/**
 * An amount of memory.
 *
 * @param count bytes, not negative
 */
public record Bytes(long count) {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /**
     * Creates an amount.
     *
     * @throws IllegalArgumentException if the amount is negative
     */
    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("bytes must not be negative, but was " + count);
        }
    }

    /** Returns {@code count} mebibytes. */
    public static Bytes mebi(double count) {
        return new Bytes(Math.round(count * (1 << 20)));
    }

    /** Returns {@code count} gibibytes. */
    public static Bytes gibi(double count) {
        return new Bytes(Math.round(count * (1 << 30)));
    }

    /** Returns this amount times {@code factor}, rounded to a byte. */
    public Bytes times(double factor) {
        return new Bytes(Math.round(count * factor));
    }

    @Override
    public String toString() {
        double shown = count;
        int unit = 0;
        while (shown >= 1024 && unit < UNITS.length - 1) {
            shown /= 1024;
            unit++;
        }
        return Checks.plain(shown) + " " + UNITS[unit];
    }
}
