package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.simulated.GatlingOptions;
import dev.foreshock.simulated.TwinOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who sends what users of a rehearsal send. */
final class LoadChoice {
    /** Who can; named as on the command line. */
    enum Sender {
        /** Foreshock itself. */
        own,
        /** Gatling. */
        gatling
    }

    @Option(
            names = "--load",
            paramLabel = "SENDER",
            defaultValue = "own",
            description =
                    "Who sends what users send and measures how long it takes: ${COMPLETION-CANDIDATES}. gatling is Gatling in a process of its own, whose log then counts. Default: ${DEFAULT-VALUE}.")
    private Sender sender = Sender.own;

    @Option(
            names = "--gatling-report",
            description = "With --load gatling: have Gatling make its own report too, beside its log in DIR/gatling.")
    private boolean report;

    private @Nullable String classPath;

    /** Created by picocli. */
    LoadChoice() {}

    /**
     * Looks whether what was chosen is there.
     *
     * @throws UsageException if it is not
     */
    void require() {
        if (sender == Sender.gatling) {
            classPath = BuiltModule.LOAD.classPath();
        } else if (report) {
            throw new UsageException("--gatling-report needs --load gatling");
        }
    }

    /** Returns how a twin is started for it. */
    TwinOptions in(TwinRoom room, Path results, TwinOptions options) {
        return classPath == null
                ? options
                : options.by(new GatlingOptions(classPath, room.directory(), results.resolve("gatling"), report));
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        if (sender != Sender.own) {
            command.append(" --load ").append(sender);
        }
        if (report) {
            command.append(" --gatling-report");
        }
    }
}
