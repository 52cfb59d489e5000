package dev.foreshock.engine;

import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.internal.run.Rescaler;
import dev.foreshock.engine.internal.run.Sampler;
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

    /**
     * Returns {@code scenario} scaled, to stand for the full size.
     *
     * <p>Refused is a scale at which queueing noise matters: the work in a full station of {@code c} servers swings by
     * {@code 1 / sqrt(c)} of itself, and scaled by {@code f} by {@code 1 / sqrt(f c)}; more than 0.05 between them is too much. So
     * {@code f} must be at least {@code 1 / (1 + 0.05 sqrt(c))^2} for the smallest station: 0.75 for 10 workers, 0.44 for 100, 0.15
     * for 1000.
     *
     * @param factor the factor, positive; above 1 nothing is refused, as what is larger swings less
     * @throws IllegalArgumentException if the scale is refused, or if {@link #by} refuses it; the message names the component and a
     *     scale that would do
     */
    public static Scenario sample(double factor, Scenario scenario) {
        return Sampler.sample(factor, scenario);
    }
}
