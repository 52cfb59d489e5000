package dev.foreshock.cli.internal.options;

import dev.foreshock.engine.Compression;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Quantity;
import picocli.CommandLine.Option;

/** How much shorter a story is played, and how much smaller a system: options that {@code run} and {@code rehearse} share. */
public final class Transformation {
    @Option(
            names = "--compress",
            paramLabel = "F",
            converter = CompressConverter.class,
            defaultValue = "1",
            description =
                    "Play the story in 1/F of its time, with all that passes between requests; what passes during one stays. 60 makes a minute of an hour.")
    public double compress = 1;

    @Option(
            names = "--scale",
            paramLabel = "F",
            converter = ScaleConverter.class,
            defaultValue = "1",
            description = "Arrivals, workers and capacities by one factor, such as 0.1 or 1/10.")
    public double scale = 1;

    /**
     * Returns a scenario with a shorter story.
     *
     * @throws IllegalArgumentException if that cannot be, with the reason
     */
    public Scenario compressed(Scenario written) {
        try {
            return Compression.by(compress, written);
        } catch (IllegalArgumentException e) {
            throw refused("--compress", compress, e);
        }
    }

    /**
     * Returns a scenario with a smaller system.
     *
     * @throws IllegalArgumentException if it would not stand for the full size, with one that would
     */
    public Scenario scaled(Scenario full) {
        try {
            return Scaling.sample(scale, full);
        } catch (IllegalArgumentException e) {
            throw refused("--scale", scale, e);
        }
    }

    /** What the engine says of a factor does not say where it came from. */
    private static IllegalArgumentException refused(String option, double factor, IllegalArgumentException why) {
        return new IllegalArgumentException(
                option + " must leave a sound scenario, but was " + Quantity.number(factor) + ": " + why.getMessage(),
                why);
    }

    /** Appends the options. */
    public void appendTo(StringBuilder command) {
        if (compress != 1) {
            command.append(" --compress ").append(compress);
        }
        if (scale != 1) {
            command.append(" --scale ").append(scale);
        }
    }
}
