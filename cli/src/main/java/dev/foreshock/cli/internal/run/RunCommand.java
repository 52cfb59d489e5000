package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.JudgeMode;
import dev.foreshock.cli.internal.options.Looking;
import dev.foreshock.cli.internal.options.PrecisionConverter;
import dev.foreshock.cli.internal.options.RunFormat;
import dev.foreshock.cli.internal.options.Showing;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.unit.Percent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock run}: simulates a scenario and judges it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Simulates a scenario, tells what happens and why, and judges it.",
        sortOptions = false,
        footer = {
            "",
            "Judged by the record (does the model repeat history?) where the scenario has one and neither",
            "--variant, --set, --without nor --compress changes it; else by the gates (does the system hold?).",
            "A --scale is not such a change.",
            "",
            "Exit codes: 0 passed, 4 deviated, 5 inconclusive, 130 interrupted, 2 wrong usage,",
            "3 invalid file or a claim that could not be evaluated, 1 a bug in Foreshock."
        })
public final class RunCommand implements Callable<Integer> {
    private static final int MOST_REPLICATIONS = 100_000;

    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Without without = new Without();

    @Option(
            names = "--replications",
            paramLabel = "N",
            description =
                    "How many replications, looked at once. Default: looks after 20, 40, 80, ... until every deciding claim is decided.")
    private @Nullable Integer replications;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            converter = PrecisionConverter.class,
            description =
                    "Look until half the width of every deciding claim's interval is within this share of its value, such as 5%%.")
    private @Nullable Percent precision;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description =
                    "How long looking may take on two cores of usual speed, such as 5m; counted in events, so that the result is the same on any machine. The first look is always taken. Default: 60s.")
    private @Nullable Duration budget;

    @Mixin
    private SteadyOptions steady = new SteadyOptions();

    @Mixin
    private Transformation transformation = new Transformation();

    @Option(
            names = "--no-full-size",
            description =
                    "With --scale: leave out the one replication of the full size that shows what the scale costs.")
    private boolean noFullSize;

    @Option(names = "--judge", paramLabel = "WHAT", description = "What decides: ${COMPLETION-CANDIDATES}.")
    private @Nullable JudgeMode judge;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where result.json, run.json, junit.xml, report.html and postmortem.md go. Default: runs/<scenario>, but none with --json. With --steady there is no postmortem.md, and the default is runs/<scenario>-steady, with --variant runs/<scenario>-<variant>-steady.")
    private @Nullable Path out;

    @Mixin
    private Repeating repeating = new Repeating();

    @Mixin
    private Showing.InFormats showing = new Showing.InFormats();

    public RunCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        RunRequest request = request();
        return steady.isWanted(isOfReplications(request))
                ? new SteadyJob(here, request, steady).run().number()
                : new RunJob(here, request).run().number();
    }

    private boolean isOfReplications(RunRequest request) {
        return replications != null
                || precision != null
                || budget != null
                || transformation.compress != 1
                || transformation.scale != 1
                || noFullSize
                || judge != null
                || request.format() == RunFormat.github;
    }

    private Looking looking() {
        if (replications == null) {
            return Looking.until(precision, budget);
        }
        requireReplications(replications);
        if (precision != null || budget != null) {
            throw new UsageException("--replications is looked at once, so it takes neither --precision nor --budget");
        }
        return Looking.once(replications);
    }

    private RunRequest request() {
        Looking looking = looking();
        return new RunRequest(
                target,
                without,
                repeating.seed(),
                looking,
                transformation,
                !noFullSize,
                judge == null ? null : judge.judgedBy(),
                repeating.threads(looking.stopping().first()),
                out,
                showing.format(),
                showing.quiet,
                showing.color);
    }

    public static void requireReplications(int replications) {
        requireAtLeastOne("--replications", replications);
        if (replications > MOST_REPLICATIONS) {
            throw new UsageException(
                    "--replications must be at most " + MOST_REPLICATIONS + ", but was " + replications);
        }
    }

    public static void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + " must be at least 1, but was " + value);
        }
    }
}
