package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What real databases of a rehearsal run in. */
public final class WithChoice {
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
    public WithChoice() {}

    /**
     * Looks whether what was chosen is there.
     *
     * @throws UsageException if it is not
     */
    void require() {
        containers = place == Place.docker ? Containers.options() : null;
    }

    /** Returns why a scenario has nothing to put there, with the way out; nothing if it has. */
    Optional<String> misfit(Scenario scenario) {
        return containers == null || isToBe(scenario)
                ? Optional.empty()
                : Optional.of("--with docker needs a real database to put into a container, but " + scenario.name()
                        + " has no database with a standby that is not rebuilt; leave it out");
    }

    /** Tells whether containers were asked for, and there is something to put into them. */
    boolean isToBe(Scenario scenario) {
        return containers != null && !TwinOptions.realDatabases(scenario).isEmpty();
    }

    /** Tells whether it is containers. */
    boolean isInContainers() {
        return containers != null;
    }

    /**
     * Returns why there is no engine, or not all images, of which it has the engine fetch those that are not there; nothing if they are.
     *
     * @param room where whoever asks the engine leaves what it leaves
     * @param isStopWanted asked now and then whether to end it before
     * @throws InterruptedException if it was to end before its end
     */
    Optional<String> lack(TwinRoom room, Consumer<String> tells, BooleanSupplier isStopWanted)
            throws InterruptedException {
        try {
            if (containers != null) {
                Containers.require(containers, room.directory(), tells, isStopWanted);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("--with docker: " + e.getMessage());
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
