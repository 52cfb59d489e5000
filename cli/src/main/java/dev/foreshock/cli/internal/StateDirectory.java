package dev.foreshock.cli.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the journals of runs on real systems are kept. */
final class StateDirectory {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where the journals of runs are. Default: $XDG_STATE_HOME/foreshock, else ~/.local/state/foreshock.")
    private @Nullable Path given;

    /** Created by picocli. */
    StateDirectory() {}

    Path in(Surroundings here) {
        if (given != null) {
            return here.directory().resolve(given);
        }
        String state = here.environment().getOrDefault("XDG_STATE_HOME", "");
        // A relative one is to be ignored, says the specification of those directories.
        return Path.of(state).isAbsolute()
                ? Path.of(state, "foreshock")
                : Path.of(System.getProperty("user.home"), ".local", "state", "foreshock");
    }

    /** Returns the option to repeat in a command that is to use the same directory; empty for the default. */
    String again() {
        return given == null ? "" : " --state " + Shell.quoted(given.toString());
    }
}
