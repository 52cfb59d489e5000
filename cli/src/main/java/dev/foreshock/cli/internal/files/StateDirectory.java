package dev.foreshock.cli.internal.files;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.faults.heal.StatePlace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the journals of runs on real systems are kept. */
public final class StateDirectory {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where the journals of runs are. Default: $XDG_STATE_HOME/foreshock, else ~/.local/state/foreshock.")
    private @Nullable Path given;

    /** Created by picocli. */
    public StateDirectory() {}

    public Path in(Surroundings here) {
        return given == null
                ? StatePlace.usual(here.environment())
                : here.directory().resolve(given);
    }

    /** Returns the option to repeat in a command that is to use the same directory; empty for the default. */
    public String again() {
        return given == null ? "" : " --state " + Shell.quoted(given.toString());
    }
}
