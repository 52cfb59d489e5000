package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.options.BudgetConverter;
import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --warm}: how long a twin is warmed at most. */
public final class WarmChoice {
    @Option(
            names = "--warm",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            defaultValue = "30s",
            description =
                    "How long at most users are sent before, until calls get no cheaper: what runs for the first time is slow. Default: ${DEFAULT-VALUE}.")
    public Duration most = Duration.ofSeconds(30);
}
