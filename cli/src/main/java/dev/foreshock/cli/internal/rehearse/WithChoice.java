package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What real databases of a rehearsal run in. */
final class WithChoice {
    /** What they can; named as on the command line. */
    enum Place {
        /** Processes of this machine. */
        processes,
        /** Containers. */
        docker
    }

    @Option(
            names = "--with",
            paramLabel = "PLACE",
            defaultValue = "processes",
            description =
                    "What real databases run in: ${COMPLETION-CANDIDATES}. docker is containers by Testcontainers, which needs a Docker engine on this machine; FORESHOCK_POSTGRES_IMAGE and FORESHOCK_TOXIPROXY_IMAGE name other images than the official ones. Default: ${DEFAULT-VALUE}.")
    private Place place = Place.processes;

    private @Nullable ContainerOptions containers;

    /** Created by picocli. */
    WithChoice() {}

    /**
     * Looks whether what was chosen is there.
     *
     * @throws UsageException if it is not
     */
    void require() {
        containers = place == Place.docker ? Containers.options() : null;
    }

    /**
     * Looks whether a scenario has something to put there.
     *
     * @param sharesProcess whether all services share this process
     * @throws IllegalArgumentException if it has not
     */
    void requireFit(Scenario scenario, boolean sharesProcess) {
        if (containers == null) {
            return;
        }
        if (TwinOptions.realDatabases(scenario).isEmpty()) {
            throw new IllegalArgumentException("--with docker needs a real database to put into a container, but "
                    + scenario.name() + " has no database with a standby that is not rebuilt; leave it out");
        }
        if (sharesProcess) {
            throw new IllegalArgumentException(
                    "--with docker needs processes of their own, so neither --one-process nor traffic that is recorded in a file");
        }
    }

    /**
     * Looks whether an engine is there with all images, and has it fetch those that are not.
     *
     * @param room where whoever asks the engine leaves what it leaves
     * @param isStopWanted asked now and then whether to end it before
     * @throws TwinException if it is not, or cannot
     * @throws InterruptedException if it was to end before its end
     */
    void requireEngine(TwinRoom room, Consumer<String> tells, BooleanSupplier isStopWanted)
            throws InterruptedException {
        try {
            if (containers != null) {
                Containers.require(containers, room.directory(), tells, isStopWanted);
            }
        } catch (IOException e) {
            throw new TwinException("--with docker: " + e.getMessage(), e);
        }
    }

    /** Returns how a twin is started for it. */
    TwinOptions in(TwinOptions options) {
        return containers == null ? options : options.in(containers);
    }

    /** Adds the option to a command that does the same again. */
    void appendTo(StringBuilder command) {
        if (place != Place.processes) {
            command.append(" --with ").append(place);
        }
    }
}
