package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The balancers in whose place there is HAProxy. */
public final class HaproxyChoice {
    @Option(
            names = "--haproxy",
            paramLabel = "BALANCER",
            description =
                    "Have HAProxy, which must be installed, take the place of a balancer, with the same settings. Again for a second.")
    private List<String> balancers = new ArrayList<>();

    /** Created by picocli. */
    public HaproxyChoice() {}

    /**
     * Looks whether HAProxy is there and can be what the scenario says.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireFit(Scenario scenario) {
        for (String balancer : balancers) {
            String obstacle = TwinOptions.obstacleToHaproxy(scenario, balancer).orElse("");
            if (!obstacle.isEmpty()) {
                throw new IllegalArgumentException("HAProxy cannot take the place of " + balancer + ": " + obstacle);
            }
        }
        if (!balancers.isEmpty() && !isOnPath("haproxy")) {
            throw new IllegalArgumentException("--haproxy needs haproxy on the PATH, but it was in none of "
                    + System.getenv("PATH") + "; apt install haproxy puts it into /usr/sbin");
        }
    }

    /**
     * Refuses services that share a process, in which HAProxy cannot be.
     *
     * @param rather the way out, such as {@code not --one-process}
     * @throws IllegalArgumentException if HAProxy was asked for
     */
    public void refuseSharedProcess(String rather) {
        if (!balancers.isEmpty()) {
            throw new IllegalArgumentException("--haproxy needs processes of their own, so " + rather);
        }
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * HAProxy does what it does: a fault that only our own balancer could play would not take place.
     *
     * @throws TwinException if there is one
     */
    void requireApplied(Scenario scenario, TwinTarget targets) {
        scenario.faults().forEach((name, fault) -> {
            boolean isOnIt = balancers.stream().anyMatch(balancer -> (fault.on() + ".").startsWith(balancer + "."));
            if (isOnIt && fault.enabled() && !targets.outside().contains(name)) {
                throw new TwinException(
                        "fault " + name + " cannot be applied to HAProxy: "
                                + targets.places().get(name),
                        null);
            }
        });
    }

    /** Returns how a twin is started for it. */
    public TwinOptions in(TwinOptions options) {
        return options.withHaproxy(new TreeSet<>(balancers));
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        new TreeSet<>(balancers)
                .forEach(balancer -> command.append(" --haproxy ").append(Shell.quoted(balancer)));
    }
}
