package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import java.time.Duration;

/** Scenarios that many models begin with. One unit of the table is {@value #UNIT_SECONDS} s unless a model says otherwise. */
final class Scenes {
    static final double UNIT_SECONDS = 0.01;

    /** The component that models are about. */
    static final String WEB = "web";

    /** What the names of components begin with of which there are so many that only their levels are kept. */
    static final String ONE_OF_MANY = "one-of-many-";

    private Scenes() {}

    /** Returns a time of so many units. */
    static Duration units(double count) {
        return Duration.ofNanos(Math.round(count * UNIT_SECONDS * 1e9));
    }

    /** Returns Poisson arrivals of {@code lambda} per unit at one component, each of which waits as long as it takes. */
    static ScenarioBuilder open(ComponentSpec web, double lambda, Duration length) {
        return Worlds.open(web, lambda / UNIT_SECONDS, length);
    }
}
