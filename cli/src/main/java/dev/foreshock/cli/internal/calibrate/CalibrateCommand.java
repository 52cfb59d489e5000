package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.options.BudgetConverter;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.rehearse.HaproxyChoice;
import dev.foreshock.cli.internal.rehearse.WarmChoice;
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
        description = {
            "Starts the modelled system as rehearse does, sends its users without faults, and measures what a call costs beside",
            "the time in its component. Writes that as an overlay file for rehearse --calibrated."
        },
        footer = {
            "",
            "Nothing that was learned from a drill goes into it.",
            "",
            "Exit codes: 0 written, 130 interrupted, 6 the twin ended, 3 an invalid file, 2 wrong usage."
        })
public final class CalibrateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Mixin
    private HaproxyChoice haproxy = new HaproxyChoice();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            defaultValue = "10s",
            description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private Duration length = Duration.ofSeconds(10);

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
        return new CalibrateJob(here, target, haproxy, warm.most, length, seed, out, state, quiet)
                .run()
                .number();
    }
}
