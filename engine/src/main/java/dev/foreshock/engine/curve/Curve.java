package dev.foreshock.engine.curve;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;

/** A traffic curve: a part of the arrivals of one class of users. Parts add up. */
public interface Curve {
    /**
     * Places the curve on a clock.
     *
     * @param clock the clock that moments refer to
     * @param usual the usual rate that multiples refer to
     */
    Profile on(Clock clock, Rate usual);
}
