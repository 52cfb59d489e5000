package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Looking;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a steady run. */
final class SteadyOptions {
    @Option(
            names = "--steady",
            description =
                    "One long run without its warm-up, in place of replications: what the system does when its start no longer matters. Judges the gates that have a meaning there.")
    boolean steady;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description =
                    "With --steady: how long its start is that does not count, such as 5m. Default: found by MSER-5.")
    @Nullable
    Duration warmUp;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description = "With --steady: how long the run is, such as 5h. Default: the length of the clock.")
    @Nullable
    Duration length;

    /**
     * Tells whether a steady run is asked for.
     *
     * @param others whether options were given that only replications have
     * @throws UsageException if options were given that do not go together
     */
    boolean isWanted(boolean others) {
        if (!steady && (warmUp != null || length != null)) {
            throw new UsageException("--warm-up and --length must be given with --steady");
        }
        if (steady && others) {
            throw new UsageException(
                    "--steady is one long run, so it takes no --replications, --precision, --budget, --compress, --scale, --no-full-size, --judge and --format github");
        }
        return steady;
    }

    /** Returns the options that ask for this, each with a space before it. */
    String text() {
        return " --steady" + (warmUp == null ? "" : " --warm-up " + Looking.text(warmUp))
                + (length == null ? "" : " --length " + Looking.text(length));
    }
}
