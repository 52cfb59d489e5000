package dev.foreshock.engine;

import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.internal.run.Rescaler;
import dev.foreshock.engine.model.Scenario;

/** Makes a scenario smaller or larger: arrivals, workers and capacities by one factor. */
public final class Scaling {
    private Scaling() {}

    /**
     * Returns {@code scenario} with every setting marked {@link Scales} multiplied.
     *
     * @param factor the factor, positive; 0.1 gives a tenth of the users on a tenth of the system
     * @throws IllegalArgumentException if the factor is not positive, or a whole number would be rounded by more than 5 %
     */
    public static Scenario by(double factor, Scenario scenario) {
        return Rescaler.rescale(factor, scenario);
    }
}
