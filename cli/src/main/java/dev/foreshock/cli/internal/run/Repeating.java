package dev.foreshock.cli.internal.run;

import dev.foreshock.engine.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which draws, and how many at a time: the options of commands that run scenarios. */
public final class Repeating {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed; equal seeds give equal results. Default: " + RunOptions.DEFAULT_SEED
                    + ", or that of the run that is asked about.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at a time. Default: one per processor, as far as memory allows.")
    private @Nullable Integer threads;

    /** Returns the seed that was given, or null. */
    @Nullable
    public Long givenSeed() {
        return seed;
    }

    /** Returns the seed that was given, or the usual one. */
    public long seed() {
        return seed == null ? RunOptions.DEFAULT_SEED : seed;
    }

    /**
     * Returns how many of {@code runs} runs to make at a time.
     *
     * @throws UsageException if what was asked for makes no sense
     */
    public int threads(int runs) {
        if (threads == null) {
            return RunRequest.defaultThreads(runs);
        }
        RunCommand.requireAtLeastOne("--threads", threads);
        return threads;
    }
}
