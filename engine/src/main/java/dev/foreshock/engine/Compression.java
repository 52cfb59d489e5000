package dev.foreshock.engine;

import dev.foreshock.engine.internal.run.Compressor;
import dev.foreshock.engine.model.Scenario;

/**
 * Makes a scenario shorter by one factor: its clock, curves, faults, monitors, people and definitions, and what of its system and users is
 * {@link dev.foreshock.engine.describe.OfStory of the story}, as thinking and restarts are. What passes while a request is on its way stays:
 * work, timeouts, patience.
 */
public final class Compression {
    private Compression() {}

    /**
     * Returns {@code scenario} in {@code 1 / factor} of its time.
     *
     * <p>Rates stay, so there are fewer requests, and limits of claims on their number and on incident times shrink with it. Its record is
     * left out: that is about what happened in full length.
     *
     * @param factor at least 1; 60 makes a minute of an hour
     * @throws IllegalArgumentException if the factor is below 1, or what comes of it is no sound scenario
     */
    public static Scenario by(double factor, Scenario scenario) {
        return Compressor.compress(factor, scenario);
    }
}
