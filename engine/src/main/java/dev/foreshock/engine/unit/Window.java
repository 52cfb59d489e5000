package dev.foreshock.engine.unit;

/**
 * A stretch of a scenario's clock, its start included and its end excluded.
 *
 * @param from the start
 * @param until the end
 */
public record Window(Moment from, Moment until) {
    /** Returns the window between two times of day. */
    public static Window between(String from, String until) {
        return new Window(Moment.at(from), Moment.at(until));
    }

    @Override
    public String toString() {
        return from + " .. " + until;
    }
}
