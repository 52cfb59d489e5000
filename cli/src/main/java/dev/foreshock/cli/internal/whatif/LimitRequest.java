package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.ColorMode;
import java.time.Duration;

/**
 * What {@code foreshock limit} was asked for.
 *
 * @param target which scenario, and what is changed about it
 * @param grow what grows
 * @param seed the seed
 * @param replications how many replications each breaking point is looked for with
 * @param steps how many breaking points
 * @param precision how close the search comes, as a share
 * @param budget how long two cores of the usual speed may take
 * @param threads how many runs at a time
 * @param json whether to write JSON to standard output
 * @param quiet whether to say the outcome only
 * @param color when to use colors
 */
record LimitRequest(
        Target target,
        String grow,
        long seed,
        int replications,
        int steps,
        double precision,
        Duration budget,
        int threads,
        boolean json,
        boolean quiet,
        ColorMode color) {}
