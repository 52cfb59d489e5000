package dev.foreshock.engine.unit;

import java.time.Duration;
import java.time.LocalTime;

/** A point on a scenario's clock: a time of day, or a time since the start. */
public sealed interface Moment {
    /**
     * The first time the clock shows {@code time}, at the start or after it.
     *
     * @param time the time of day, in the clock's zone
     */
    record At(LocalTime time) implements Moment {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * A time after the start.
     *
     * @param sinceStart the time since the start, not negative
     */
    record After(Duration sinceStart) implements Moment {
        /**
         * Creates a moment.
         *
         * @throws IllegalArgumentException if the time is negative
         */
        public After {
            if (sinceStart.isNegative()) {
                throw new IllegalArgumentException("a moment must not lie before the start, but was " + sinceStart);
            }
        }

        @Override
        public String toString() {
            return "+" + Spans.text(sinceStart);
        }
    }

    /** Returns the moment the clock first shows {@code time}, such as {@code 09:30}. */
    static Moment at(String time) {
        return new At(LocalTime.parse(time));
    }

    /** Returns the moment {@code sinceStart} after the start. */
    static Moment after(Duration sinceStart) {
        return new After(sinceStart);
    }
}
