package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.simulated.TwinOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The components whose pages lie in a real Redis. */
public final class RedisChoice {
    @Option(
            names = "--redis",
            paramLabel = "COMPONENT",
            description =
                    "Have a real Redis hold the pages of a component with a page-cache, instead of the model. Again for a second.")
    private List<String> components = new ArrayList<>();

    /** Created by picocli. */
    public RedisChoice() {}

    /** Returns why a Redis cannot hold what the scenario says, with the ways out. */
    List<String> misfits(Scenario scenario) {
        List<String> misfits = new ArrayList<>();
        for (String component : new TreeSet<>(components)) {
            if (hasPages(scenario.system().components().get(component))) {
                TwinOptions.obstacleToRedis(scenario, component)
                        .ifPresent(obstacle ->
                                misfits.add("Redis cannot hold the pages of " + component + ": " + obstacle));
            } else {
                misfits.add("--redis must name a component with a page-cache, but was " + component + "; "
                        + Spelling.hint(component, "components with one", withPages(scenario)));
            }
        }
        return misfits;
    }

    /** Tells whether there is to be one, and it is not ruled out by each of the components whose pages it was to hold. */
    boolean isToBe(Scenario scenario) {
        return components.stream()
                .anyMatch(component -> !hasPages(scenario.system().components().get(component))
                        || TwinOptions.obstacleToRedis(scenario, component).isEmpty());
    }

    private static boolean hasPages(@Nullable ComponentSpec component) {
        return component instanceof ServerSpec server && server.pageCache() != null;
    }

    private static Set<String> withPages(Scenario scenario) {
        Set<String> names = new TreeSet<>();
        scenario.system().components().forEach((name, component) -> {
            if (hasPages(component)) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Returns why no Redis runs here, by trying it where it is to run; nothing if one does, or none was asked for.
     *
     * @param room where it is tried
     */
    Optional<String> lack(TwinRoom room) {
        return components.isEmpty()
                ? Optional.empty()
                : TwinOptions.obstacleToRedis(room.directory())
                        .map(obstacle -> "--redis needs a Redis that runs here, but " + obstacle);
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
