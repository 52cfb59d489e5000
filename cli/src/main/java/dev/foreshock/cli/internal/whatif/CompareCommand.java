package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Showing;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.run.Repeating;
import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock compare}: tries measures, alone and together. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Tries the variants of a scenario, alone and together: which would have prevented it, at what price?",
        sortOptions = false,
        footer = {
            "",
            "Every set of variants meets the same users, seeds and draws of the knobs.",
            "",
            "Exit codes: 0 a set suffices, 4 none does, 5 none is known to, 130 interrupted, 2 wrong usage,",
            "3 invalid file or a gate that could not be evaluated, 1 a bug in Foreshock."
        })
public final class CompareCommand implements Callable<Integer> {
    private static final Duration USUAL_BUDGET = Duration.ofSeconds(60);
    private static final int MOST_DRAWS = 100_000;

    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Without without = new Without();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description =
                    "How many draws of the knobs for each set. Default: what the file says, or as few as can show that gates hold.")
    private @Nullable Integer draws;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description =
                    "How many seeds for each draw. Default: ${DEFAULT-VALUE}, and a second one for the first five draws.",
            defaultValue = "1")
    private int replications;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description =
                    "How long it may take on two cores of usual speed, such as 5m; counted in events, so that the result is the same on any machine. Default: 60s.")
    private @Nullable Duration budget;

    @Option(names = "--full", description = "Run every set with every draw, whatever it takes.")
    private boolean full;

    @Option(names = "--no-pairs", description = "Try no pairs of variants.")
    private boolean noPairs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go. Default: runs/<scenario>/compare, but none with --json.")
    private @Nullable Path out;

    @Mixin
    private Repeating repeating = new Repeating();

    @Mixin
    private Showing.InFormats showing = new Showing.InFormats();

    public CompareCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        RunCommand.requireReplications(replications);
        if (draws != null) {
            RunCommand.requireAtLeastOne("--draws", draws);
            if (draws > MOST_DRAWS) {
                throw new UsageException("--draws must be at most " + MOST_DRAWS + ", but was " + draws);
            }
        }
        if (full && budget != null) {
            throw new UsageException(
                    "--full runs everything, so there must be no --budget beside it; leave one of them out");
        }
        return new CompareJob(here, request()).run().number();
    }

    private CompareRequest request() {
        return new CompareRequest(
                target,
                without,
                repeating.seed(),
                draws,
                replications,
                budget == null ? USUAL_BUDGET : budget,
                full,
                !noPairs,
                repeating.threads(Integer.MAX_VALUE),
                out,
                showing.format(),
                showing.quiet,
                showing.color);
    }
}
