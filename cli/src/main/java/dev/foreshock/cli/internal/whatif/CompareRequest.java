package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.Looking;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.Shell;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code foreshock compare} was asked for.
 *
 * @param target which scenario, and what is changed about it
 * @param without what is taken away from every set
 * @param seed the seed
 * @param draws how many draws for each set, or null where nobody said
 * @param replications how many seeds for each draw
 * @param budget how long two cores of the usual speed may take
 * @param full whether to run everything
 * @param pairs whether to try pairs
 * @param threads how many runs at a time
 * @param out where the files go, or null where nobody said
 * @param format how to write the result
 * @param quiet whether to say the outcome only
 * @param color when to use colors
 */
record CompareRequest(
        Target target,
        Without without,
        long seed,
        @Nullable Integer draws,
        int replications,
        Duration budget,
        boolean full,
        boolean pairs,
        int threads,
        @Nullable Path out,
        RunFormat format,
        boolean quiet,
        ColorMode color) {

    /** Tells whether standard output is for a program. */
    boolean json() {
        return format == RunFormat.json;
    }

    /** Returns the command that repeats this; {@code called} is how the user calls Foreshock. */
    String command(String called) {
        StringBuilder command = new StringBuilder(called + " compare ").append(Shell.quoted(target.scenario));
        target.appendTo(command);
        without.appendTo(command);
        command.append(" --seed ").append(seed);
        if (draws != null) {
            command.append(" --draws ").append(draws);
        }
        if (replications != 1) {
            command.append(" --replications ").append(replications);
        }
        command.append(full ? " --full" : " --budget " + Looking.text(budget));
        if (!pairs) {
            command.append(" --no-pairs");
        }
        return command.toString();
    }
}
