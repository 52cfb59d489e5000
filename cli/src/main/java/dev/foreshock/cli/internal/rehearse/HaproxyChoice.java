package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.TwinOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Returns why HAProxy cannot be what the scenario says, with the ways out. */
    List<String> misfits(Scenario scenario) {
        List<String> misfits = new ArrayList<>();
        for (String balancer : balancers()) {
            if (isBalancer(scenario, balancer)) {
                TwinOptions.obstacleToHaproxy(scenario, balancer)
                        .ifPresent(obstacle ->
                                misfits.add("HAProxy cannot take the place of " + balancer + ": " + obstacle));
            } else {
                misfits.add("--haproxy must name a balancer, but was " + balancer + "; "
                        + Spelling.hint(balancer, "balancers", balancers(scenario)));
            }
        }
        return misfits;
    }

    /** Tells whether there is to be one, and it is not ruled out by each of the balancers that it was to be: then all else it needs is moot. */
    boolean isToBe(Scenario scenario) {
        return balancers.stream()
                .anyMatch(balancer -> !isBalancer(scenario, balancer)
                        || TwinOptions.obstacleToHaproxy(scenario, balancer).isEmpty());
    }

    /** Returns why there is none here, with the way out; nothing if there is, or there is to be none. */
    Optional<String> lack(Scenario scenario) {
        return !isToBe(scenario) || isOnPath("haproxy")
                ? Optional.empty()
                : Optional.of("--haproxy needs haproxy on the PATH, but it was in none of " + path()
                        + "; apt install haproxy puts it into /usr/sbin");
    }

    private static boolean isBalancer(Scenario scenario, String component) {
        return scenario.system().components().get(component) instanceof BalancerSpec;
    }

    private static Set<String> balancers(Scenario scenario) {
        Set<String> names = new TreeSet<>();
        scenario.system().components().forEach((name, component) -> {
            if (component instanceof BalancerSpec) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Returns why the one that is here cannot be what the scenario says, by asking it.
     *
     * @param room where it is asked
     * @throws IOException if it cannot be asked
     */
    List<String> lacks(Scenario scenario, TwinRoom room) throws IOException, InterruptedException {
        List<String> lacks = new ArrayList<>();
        for (String balancer : balancers()) {
            TwinOptions.obstacleToHaproxy(scenario, balancer, room.directory())
                    .ifPresent(obstacle -> lacks.add("the haproxy on the PATH cannot take the place of " + balancer
                            + ", by its own words: " + obstacle));
        }
        return lacks;
    }

    /** Returns the balancers in whose place it is to be. */
    private Set<String> balancers() {
        return new TreeSet<>(balancers);
    }

    /** Returns those in whose place it can be. */
    Set<String> taken(Scenario scenario) {
        Set<String> taken = balancers();
        taken.removeIf(
                balancer -> TwinOptions.obstacleToHaproxy(scenario, balancer).isPresent());
        return taken;
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(path().split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Returns which faults would not take place, as HAProxy does what it does: those that only our own balancer could play. */
    List<String> unapplied(Scenario scenario, FaultPlaces places) {
        List<String> unapplied = new ArrayList<>();
        Set<String> taken = taken(scenario);
        scenario.faults().forEach((name, fault) -> {
            String why = places.inside().get(name);
            boolean isOnIt = taken.stream().anyMatch(balancer -> isOn(balancer, fault, scenario));
            if (isOnIt && why != null) {
                unapplied.add("fault " + name + " (" + fault.text() + ") cannot be applied to HAProxy: " + why
                        + "; leave it out (--set faults." + name + ".enabled=no), or --haproxy");
            }
        });
        return unapplied;
    }

    /** Tells whether a fault is on a balancer, its calls, or all calls to somebody whom it calls. */
    private static boolean isOn(String balancer, FaultSpec fault, Scenario scenario) {
        ComponentSpec spec = scenario.system().components().get(balancer);
        return (fault.on() + ".").startsWith(balancer + ".")
                || (fault.does() instanceof CallEffect
                        && spec != null
                        && spec.dependencies().contains(fault.on()));
    }

    /** Returns how a twin is started for it. */
    TwinOptions in(TwinOptions options) {
        return options.withHaproxy(balancers());
    }

    /** Adds the options to a command that does the same again. */
    void appendTo(StringBuilder command) {
        balancers().forEach(balancer -> command.append(" --haproxy ").append(Shell.quoted(balancer)));
    }
}
