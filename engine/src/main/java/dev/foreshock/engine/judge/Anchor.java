package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/** A point in time that a claim refers to: on the clock, or the end of a runbook step, or a time after either. */
public sealed interface Anchor {
    /**
     * A time after a point on the clock.
     *
     * @param moment the point
     * @param plus the time after it
     */
    record At(Moment moment, Duration plus) implements Anchor {
        @Override
        public Anchor plus(Duration more) {
            return new At(moment, plus.plus(more));
        }

        @Override
        public String toString() {
            return text(plus, moment.toString());
        }
    }

    /**
     * A time after the first end of a runbook step; never, if the step did not run.
     *
     * @param step the step
     * @param plus the time after it
     */
    record AfterStep(String step, Duration plus) implements Anchor {
        @Override
        public Anchor plus(Duration more) {
            return new AfterStep(step, plus.plus(more));
        }

        @Override
        public String toString() {
            return text(plus, step);
        }
    }

    /** Returns the time after the point that it hangs on. */
    Duration plus();

    /** Returns the point {@code more} later. */
    Anchor plus(Duration more);

    /** Returns the time of day {@code time}. */
    static Anchor at(String time) {
        return at(Moment.at(time));
    }

    /** Returns the point on the clock {@code moment}. */
    static Anchor at(Moment moment) {
        return new At(moment, Duration.ZERO);
    }

    /** Returns the end of {@code step}. */
    static Anchor step(String step) {
        return new AfterStep(step, Duration.ZERO);
    }

    private static String text(Duration plus, String point) {
        return plus.isZero() ? point : Spans.text(plus) + " after " + point;
    }
}
