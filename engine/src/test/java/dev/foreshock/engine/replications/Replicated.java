package dev.foreshock.engine.replications;

import java.util.Locale;

/**
 * A published value beside what Foreshock gives for the same experiment.
 *
 * @param experiment its number and name, {@code R5 stale loads}
 * @param setting what of it, {@code d=2, T=4, mean time}
 * @param published the published value
 * @param foreshock the mean over replications
 * @param interval half the width of the 95 % interval of that mean
 * @param tolerance how far the two may lie apart
 * @param holds whether they do not lie farther apart
 */
record Replicated(
        String experiment,
        String setting,
        double published,
        double foreshock,
        double interval,
        double tolerance,
        boolean holds) {
    /** Compares by an absolute tolerance. */
    static Replicated within(double tolerance, String experiment, String setting, double published, Sample sample) {
        boolean holds = Math.abs(sample.mean() - published) <= tolerance;
        return new Replicated(experiment, setting, published, sample.mean(), sample.half(), tolerance, holds);
    }

    /** Compares as the reference does unless it says otherwise: four standard errors and 1 % of the value. */
    static Replicated standard(String experiment, String setting, double published, Sample sample) {
        double tolerance = 4 * sample.error() + 0.01 * Math.abs(published);
        return within(tolerance, experiment, setting, published, sample);
    }

    /** Returns it as a line of the table of all. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.5g | %.5g | ±%.2g | ±%.2g | %s |",
                experiment,
                setting,
                published,
                foreshock,
                interval,
                tolerance,
                holds ? "agrees" : "**differs**");
    }
}
