package dev.foreshock.cli.internal.inject;

import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock inject}: takes the faults of a scenario to a real system. */
@Command(
        name = "inject",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Injects the faults of a scenario into a real system, through Toxiproxy and by signals to processes, and undoes",
            "them whatever happens.",
            "First with --dry-run, which changes nothing and prints every call, its undo and the hash of the plan; then",
            "with --plan HASH, which is refused if anything changed since."
        },
        footer = {
            "",
            "Ctrl-C undoes everything. A file named stop in the state directory stops every run, and keeps new ones from",
            "beginning until it is removed. What a killed run left: foreshock heal.",
            "",
            "Exit codes: 0 injected and undone, 6 a probe or the guard stopped it, 130 interrupted, 5 not all was well",
            "before and nothing was injected, or a fault touched nothing as far as can be known, 7 something injected may still be active (printed last, with the command",
            "that repairs it), 3 an invalid file or a plan that is refused, 2 wrong usage."
        })
public final class InjectCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private Target scenario = new Target();

    @Option(
            names = "--target",
            paramLabel = "FILE",
            required = true,
            description = "Where the parts of the system are, and what may be done to them.")
    private Path target = Path.of("");

    @Option(
            names = "--dry-run",
            description = "Change nothing: print the plan, what the simulator expects, and the hash.")
    private boolean dryRun;

    @Option(
            names = "--plan",
            paramLabel = "HASH",
            description = "Carry out the plan that was reviewed; without it nothing is changed.")
    private @Nullable String plan;

    @Option(
            names = "--production",
            paramLabel = "NAME",
            description =
                    "The name of the target, once more, where its environment is production. Else that is refused.")
    private @Nullable String production;

    @Mixin
    private StateDirectory state = new StateDirectory();

    public InjectCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (dryRun == (plan != null)) {
            throw new UsageException(
                    "inject needs either --dry-run, which prints a plan and its hash, or --plan HASH, which carries it out");
        }
        return new InjectJob(here, scenario, target, plan, production, state)
                .run()
                .number();
    }
}
