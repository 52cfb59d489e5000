package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.PrecisionConverter;
import dev.foreshock.cli.internal.options.Showing;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.run.Repeating;
import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.limit.Grown;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock limit}: how much traffic is too much, and what breaks first. */
@Command(
        name = "limit",
        mixinStandardHelpOptions = true,
        description = "Finds the traffic at which a scenario breaks, the limit that breaks it, and the next one.",
        sortOptions = false,
        footer = {
            "",
            "It breaks where a gate does not hold; without gates, where there is an impact.",
            "",
            "Exit codes: 0 found, 5 nothing found within the budget, 130 interrupted, 2 wrong usage,",
            "3 invalid file or a gate that could not be evaluated, 1 a bug in Foreshock."
        })
public final class LimitCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 100;

    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Option(
            names = "--grow",
            paramLabel = "PATH",
            description =
                    "What grows: traffic, one class of users (traffic.shopper) or one curve (traffic.shopper.promo). Default: ${DEFAULT-VALUE}.",
            defaultValue = Grown.EVERYTHING)
    private String grow = Grown.EVERYTHING;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "How many replications each breaking point is looked for with. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5")
    private int replications;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many breaking points, each with what broke before fixed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int steps;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            converter = PrecisionConverter.class,
            description = "How close the search comes, such as 1%%. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2%")
    private Percent precision = Percent.of(2);

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description =
                    "How long it may take on two cores of usual speed, such as 5m; counted in events, so that the result is the same on any machine. Then it says what was found so far. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5m")
    private Duration budget = Duration.ofMinutes(5);

    @Mixin
    private Repeating repeating = new Repeating();

    @Mixin
    private Showing showing = new Showing();

    public LimitCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        RunCommand.requireReplications(replications);
        RunCommand.requireAtLeastOne("--steps", steps);
        if (steps > MOST_STEPS) {
            throw new UsageException("--steps must be at most " + MOST_STEPS + ", but was " + steps);
        }
        LimitRequest request = new LimitRequest(
                target,
                grow,
                repeating.seed(),
                replications,
                steps,
                precision.share(),
                budget,
                repeating.threads(Integer.MAX_VALUE),
                showing.json,
                showing.quiet,
                showing.color);
        return new LimitJob(here, request).run().number();
    }
}
