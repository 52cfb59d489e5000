package dev.foreshock.cli.internal.migrate;

import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.run.RunRequest;
import dev.foreshock.cli.internal.run.Runner;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.ProgressLine;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock migrate}: brings files to the newest versions, and shows which verdicts that moves. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rewrites files to the newest version of language and semantics.",
            "Comments, order and formatting stay. Before a scenario is rewritten it is run under both versions, and every"
                    + " verdict that moves is marked."
        },
        footer = {
            "",
            "Exit codes: 0 done, 4 with --check: something would change, 3 a file is invalid and was left as it",
            "is, 130 interrupted and nothing was written, 2 wrong usage."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "The files: scenarios, systems and whatever they name.")
    private List<Path> files = List.of();

    @Option(names = "--all", description = "Rewrite the files that they name with 'from' as well.")
    private boolean all;

    @Option(names = "--check", description = "Change and run nothing; end with 4 if something would change.")
    private boolean check;

    @Option(names = "--dry-run", description = "Change nothing; print what would change as a unified diff.")
    private boolean dryRun;

    @Option(names = "--no-run", description = "Do not run scenarios to see which verdicts move.")
    private boolean noRun;

    @Option(names = "--library", description = "Rewrite nothing; show which verdicts of the library move.")
    private boolean library;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "How many replications to compare. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private int replications;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of both runs. Default: ${DEFAULT-VALUE}.",
            defaultValue = "" + RunOptions.DEFAULT_SEED)
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many replications run at a time. Default: one per processor, as far as memory allows.")
    private @Nullable Integer threads;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which honors NO_COLOR.")
    private ColorMode color = ColorMode.auto;

    public MigrateCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        RunCommand.requireReplications(replications);
        if (threads != null) {
            RunCommand.requireAtLeastOne("--threads", threads);
        }
        if (library == !files.isEmpty()) {
            throw new UsageException("migrate needs files, or --library" + (library ? ", but got both" : ""));
        } else if (library && (check || dryRun || noRun || all)) {
            throw new UsageException("--library goes with --replications, --seed, --threads and --color only");
        } else if (check && dryRun) {
            throw new UsageException("--check and --dry-run cannot be combined: one is silent, the other prints");
        }
        ProgressLine.Style style = here.errIsTerminal() ? ProgressLine.Style.REWRITTEN : ProgressLine.Style.ADDED;
        int atATime = threads == null ? RunRequest.defaultThreads(replications) : threads;
        VerdictReview review =
                new VerdictReview(here, new Runner(here, style, seed, replications, atATime), here.wantsColor(color));
        if (library) {
            return review.library().number();
        }
        MigrateJob job = new MigrateJob(here, files, all);
        if (check) {
            return job.check().number();
        }
        return job.migrate(noRun ? null : review, dryRun).number();
    }
}
