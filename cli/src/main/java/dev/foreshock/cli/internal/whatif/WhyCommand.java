package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Showing;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.run.Repeating;
import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock why}: reruns an incident minus each of its causes. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description =
                "Reruns a scenario, or a run that was made, minus each cause in turn, and ranks causes by what goes with them.",
        sortOptions = false,
        footer = {
            "",
            "In place of a scenario, the directory of a run can be given (runs/NAME): it is rerun as it was.",
            "",
            "Exit codes: 0 answered, 130 interrupted, 2 wrong usage, 3 invalid file, 1 a bug in Foreshock."
        })
public final class WhyCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Without without = new Without();

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "How many replications of each scenario. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4")
    private int replications;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description =
                    "How long it may take on two cores of usual speed, such as 5m; counted in events. Default: ${DEFAULT-VALUE}.",
            defaultValue = "60s")
    private Duration budget = Duration.ofSeconds(60);

    @Mixin
    private Repeating repeating = new Repeating();

    @Mixin
    private Showing.InFormats showing = new Showing.InFormats();

    public WhyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        RunCommand.requireReplications(replications);
        WhyRequest request = new WhyRequest(
                target,
                without,
                repeating.givenSeed(),
                replications,
                budget,
                repeating.threads(Integer.MAX_VALUE),
                showing.format(),
                showing.quiet,
                showing.color);
        return new WhyJob(here, request).run().number();
    }
}
