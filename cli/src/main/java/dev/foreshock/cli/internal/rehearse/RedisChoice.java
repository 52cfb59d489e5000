package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The components whose pages lie in a real Redis. */
final class RedisChoice {
    @Option(
            names = "--redis",
            paramLabel = "COMPONENT",
            description =
                    "Have a real Redis hold the pages of a component with a page-cache, instead of the model. Again for a second.")
    private List<String> components = new ArrayList<>();

    /** Created by picocli. */
    RedisChoice() {}

    /**
     * Looks whether a Redis can hold what the scenario says.
     *
     * @throws IllegalArgumentException if not
     */
    void requireFit(Scenario scenario) {
        for (String component : components) {
            TwinOptions.obstacleToRedis(scenario, component).ifPresent(obstacle -> {
                throw new IllegalArgumentException("Redis cannot hold the pages of " + component + ": " + obstacle);
            });
        }
    }

    /**
     * Looks whether a Redis runs here, by trying it where it is to run.
     *
     * @throws TwinException if not
     */
    void requireRuns(TwinRoom room) {
        if (!components.isEmpty()) {
            TwinOptions.obstacleToRedis(room.directory()).ifPresent(obstacle -> {
                throw new TwinException("--redis needs a Redis that runs here, but " + obstacle, null);
            });
        }
    }

    /**
     * Refuses services that share a process, which cannot end with what they keep.
     *
     * @param rather the way out, such as {@code not --one-process}
     * @throws IllegalArgumentException if a Redis was asked for
     */
    void refuseSharedProcess(String rather) {
        if (!components.isEmpty()) {
            throw new IllegalArgumentException("--redis needs processes of their own, so " + rather);
        }
    }

    /** Returns how a twin is started for it. */
    TwinOptions in(TwinOptions options) {
        return options.withRedis(new TreeSet<>(components));
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        new TreeSet<>(components)
                .forEach(component -> command.append(" --redis ").append(Shell.quoted(component)));
    }
}
