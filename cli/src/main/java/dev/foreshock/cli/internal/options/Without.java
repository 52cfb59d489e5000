package dev.foreshock.cli.internal.options;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.cause.Causes;
import dev.foreshock.engine.model.Scenario;
import java.util.List;
import picocli.CommandLine.Option;

/** What is taken away from a scenario: an option that several commands share. */
public final class Without {
    @Option(
            names = "--without",
            paramLabel = "CAUSE",
            description =
                    "Take a cause away, such as traffic.shopper.promo, web.memory or users.shopper.after-failure. Repeat for more; why lists them.")
    public List<String> causes = List.of();

    /**
     * Returns {@code scenario} without the causes.
     *
     * @throws IllegalArgumentException if one of them is none; the message has those that are near
     */
    public Scenario from(Scenario scenario) {
        return causes.isEmpty() ? scenario : Causes.without(scenario, causes);
    }

    public boolean isNothing() {
        return causes.isEmpty();
    }

    /** Appends the options that take the causes away. */
    public void appendTo(StringBuilder command) {
        causes.forEach(cause -> command.append(" --without ").append(Shell.quoted(cause)));
    }
}
