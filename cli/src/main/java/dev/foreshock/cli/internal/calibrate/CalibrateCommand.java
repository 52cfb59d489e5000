package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.rehearse.HaproxyChoice;
import dev.foreshock.cli.internal.rehearse.PartsChoice;
import dev.foreshock.cli.internal.rehearse.RedisChoice;
import dev.foreshock.cli.internal.rehearse.WarmChoice;
import dev.foreshock.cli.internal.rehearse.WithChoice;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock calibrate}: measures the started system without faults. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts the modelled system as rehearse does with the same options, sends its users without faults, and measures what a call costs beside the time in its component. Writes that as an overlay file for rehearse --calibrated.",
        footer = {
            "",
            "Nothing that was learned from a drill goes into it.",
            "",
            "Exit codes: 0 written, 130 interrupted, 6 the twin ended or something is missing for it, 3 an invalid file or options that do not fit it, 2 wrong usage."
        })
public final class CalibrateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Option(names = "--one-process", description = "Have all services in this process, as rehearse --one-process has.")
    private boolean oneProcess;

    @Mixin
    private HaproxyChoice haproxy = new HaproxyChoice();

    @Mixin
    private WithChoice with = new WithChoice();

    @Mixin
    private RedisChoice redis = new RedisChoice();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            defaultValue = "1m",
            description =
                    "How long to measure, at most as long as the scenario. Calls get cheaper while the system runs, so measuring for less than the scenario takes predicts too long response times. Default: ${DEFAULT-VALUE}.")
    private Duration length = Duration.ofMinutes(1);

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1177",
            description = "The seed of the users. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "calibrated.yaml",
            description = "The overlay file to write, or to write anew. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("calibrated.yaml");

    @Mixin
    private StateDirectory state = new StateDirectory();

    @Mixin
    private WarmChoice warm = new WarmChoice();

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    public CalibrateCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        PartsChoice parts = PartsChoice.ofSystem(oneProcess, with, haproxy, redis);
        parts.requireBuilt();
        return new CalibrateJob(here, target, parts, warm.most, length, seed, out, state, quiet)
                .run()
                .number();
    }
}
