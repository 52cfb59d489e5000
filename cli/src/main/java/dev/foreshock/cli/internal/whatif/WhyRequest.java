package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.terminal.ColorMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code foreshock why} was asked for.
 *
 * @param target which scenario or run, and what is changed about it
 * @param without what is taken away from the start
 * @param seed the seed, or null where nobody said
 * @param replications how many replications of each scenario
 * @param budget how long two cores of the usual speed may take
 * @param threads how many runs at a time
 * @param format how to write the result
 * @param quiet whether to show no progress
 * @param color when to use colors
 */
record WhyRequest(
        Target target,
        Without without,
        @Nullable Long seed,
        int replications,
        Duration budget,
        int threads,
        RunFormat format,
        boolean quiet,
        ColorMode color) {

    /** Tells whether standard output is for a program. */
    boolean json() {
        return format == RunFormat.json;
    }
}
