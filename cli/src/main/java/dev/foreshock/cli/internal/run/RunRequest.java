package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.options.JudgeMode;
import dev.foreshock.cli.internal.options.Looking;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.RunSet.JudgedBy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code foreshock run} was asked for.
 *
 * @param target which scenario, and what is changed about it
 * @param without what is taken away from it
 * @param seed the seed
 * @param looking when there are replications enough
 * @param transformation how much shorter its story is, and how much smaller its system
 * @param fullSize whether a scaled system is compared with one replication of the full size
 * @param judge what decides, or null where nobody said
 * @param threads how many replications run at a time
 * @param out where the files go, or null where nobody said
 * @param format how to write the result
 * @param quiet whether to say the verdict only
 * @param color when to use colors
 */
public record RunRequest(
        Target target,
        Without without,
        long seed,
        Looking looking,
        Transformation transformation,
        boolean fullSize,
        @Nullable JudgedBy judge,
        int threads,
        @Nullable Path out,
        RunFormat format,
        boolean quiet,
        ColorMode color) {
    private static final long BYTES_PER_REPLICATION = 256L << 20;

    /** Returns one thread per processor, as far as the memory of this process allows. */
    public static int defaultThreads(int replications) {
        long fitting = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_PER_REPLICATION);
        return (int)
                Math.min(replications, Math.min(fitting, Runtime.getRuntime().availableProcessors()));
    }

    /** Returns the factor on the size of the system. */
    double scale() {
        return transformation.scale;
    }

    /** Returns the factor by which the story is shorter. */
    double compress() {
        return transformation.compress;
    }

    /** Tells whether standard output is for a program. */
    boolean json() {
        return format == RunFormat.json;
    }

    /**
     * Returns the command that runs the same scenario with the same draws.
     *
     * @param called how the user calls Foreshock
     * @param options options that say how it is run, each with a space before it
     */
    String command(String called, String options) {
        StringBuilder command = new StringBuilder(called + " run ").append(Shell.quoted(target.scenario));
        target.appendTo(command);
        without.appendTo(command);
        return command.append(" --seed ").append(seed).append(options).toString();
    }

    /** Returns the command that repeats this; {@code called} is how the user calls Foreshock. */
    String command(String called) {
        StringBuilder command = new StringBuilder(command(called, looking.options()));
        transformation.appendTo(command);
        command.append(scale() == 1 || fullSize ? "" : " --no-full-size");
        if (judge != null) {
            command.append(" --judge ").append(judge == JudgedBy.RECORD ? JudgeMode.record : JudgeMode.gates);
        }
        return command.toString();
    }
}
