package dev.foreshock.engine.judge;

import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/** A point in time that a claim refers to: on the clock, or the end of a runbook step. */
public sealed interface Anchor {
    /**
     * A point on the clock.
     *
     * @param moment the point
     */
    record At(Moment moment) implements Anchor {
        @Override
        public String toString() {
            return moment.toString();
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
        public String toString() {
            return plus.isZero() ? step : Spans.text(plus) + " after " + step;
        }
    }

    /** Returns the time of day {@code time}. */
    static Anchor at(String time) {
        return new At(Moment.at(time));
    }

    /** Returns the end of {@code step}. */
    static Anchor step(String step) {
        return new AfterStep(step, Duration.ZERO);
    }
}
