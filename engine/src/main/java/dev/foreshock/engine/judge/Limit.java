package dev.foreshock.engine.judge;

/** What a measure is held against. */
public sealed interface Limit {
    /**
     * A number, in the base unit of the measure.
     *
     * @param value the number
     */
    record Value(double value) implements Limit {}

    /**
     * A point in time.
     *
     * @param anchor the point
     */
    record Time(Anchor anchor) implements Limit {}

    /** Returns the number {@code value}. */
    static Limit of(double value) {
        return new Value(value);
    }

    /** Returns the time of day {@code time}. */
    static Limit at(String time) {
        return new Time(Anchor.at(time));
    }
}
