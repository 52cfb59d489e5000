package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.faults.plan.Planner;
import dev.foreshock.simulated.TwinOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where each fault of a scenario is applied in a rehearsal: by a proxy, by a signal, or by the parts of the twin, which do as the model does.
 * The scenario and the options tell, so it is known before anything is started.
 */
final class FaultPlaces {
    private final Scenario scenario;
    private final Set<String> own;
    private final boolean inContainers;
    private final Map<String, String> places = new TreeMap<>();
    private final Map<String, String> inside = new TreeMap<>();

    /** In the order in which they begin. */
    private final Set<String> outside = new LinkedHashSet<>();

    private final List<Clash> clashes = new ArrayList<>();
    private final List<String> unending = new ArrayList<>();

    /**
     * Two faults that strike one process at the same time: one of them would be undone by the end of the other.
     *
     * @param one the fault that begins first
     * @param other the other
     * @param on the component whose process it is
     */
    record Clash(String one, String other, String on) {}

    /**
     * Finds out.
     *
     * @param own the components with a process of their own
     * @param inContainers whether real databases run in containers
     */
    FaultPlaces(Scenario scenario, Set<String> own, boolean inContainers) {
        this.scenario = scenario;
        this.own = Set.copyOf(own);
        this.inContainers = inContainers;
        scenario.faults().entrySet().stream()
                .filter(fault -> fault.getValue().enabled())
                .sorted(Comparator.comparingLong((Map.Entry<String, FaultSpec> fault) -> begin(fault.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(fault -> place(fault.getKey(), fault.getValue()));
    }

    private void place(String name, FaultSpec fault) {
        if (isOfPrimary(fault)) {
            if (scenario.endedBy(name).isPresent()) {
                unending.add(name);
            }
            places.put(
                    name,
                    fault.text() + ", by " + (inContainers ? "the engine of containers" : "a signal")
                            + " to the primary of " + fault.on() + ", a real PostgreSQL");
            return;
        }
        Optional<String> obstacle = obstacle(name, fault);
        if (obstacle.isPresent()) {
            inside.put(name, obstacle.get());
            places.put(name, fault.text() + ", in the service itself: " + obstacle.get());
            return;
        }
        if (fault.does() instanceof CallEffect) {
            places.put(name, fault.text() + ", by a proxy on " + fault.on());
        } else {
            places.put(name, fault.text() + ", by a signal to the process of " + fault.on());
            sameBefore(fault).stream()
                    .filter(earlier -> meet(spec(earlier), fault))
                    .forEach(earlier -> clashes.add(new Clash(earlier, name, fault.on())));
        }
        outside.add(name);
    }

    private boolean isOfPrimary(FaultSpec fault) {
        return (fault.does() instanceof Crash || fault.does() instanceof Pause)
                && own.contains(fault.on())
                && TwinOptions.realDatabases(scenario).contains(fault.on());
    }

    private Optional<String> obstacle(String name, FaultSpec fault) {
        Optional<String> untold = fault.does() instanceof Crash ? untold(name, fault) : Optional.empty();
        if (untold.isPresent()) {
            return untold;
        } else if (fault.lasts() == null && scenario.endedBy(name).isEmpty()) {
            return Optional.of("it has no end, and what is done from outside must end by itself");
        } else if (fault.does() instanceof CallEffect effect) {
            return called(fault.on(), scenario).isEmpty()
                    ? Optional.of("calls of one name go to several components")
                    : Planner.obstacle(effect).or(() -> refusedAlready(fault));
        }
        return obstacleToSignals(fault);
    }

    /** A proxy that is turned off twice would be on again with the first of the two ends. */
    private Optional<String> refusedAlready(FaultSpec fault) {
        return sameBefore(fault).stream()
                .filter(earlier -> fault.does() instanceof Refused
                        && spec(earlier).does() instanceof Refused
                        && meet(spec(earlier), fault))
                .findFirst()
                .map(earlier -> "the proxy is turned off by " + earlier + " at the same time");
    }

    /** Returns what steps do that a process does not hear of which is dead by then, or is started again afterwards. */
    private Optional<String> untold(String crash, FaultSpec fault) {
        return scenario.endedBy(crash)
                .map(step ->
                        "step " + step + " ends it, and a process that is started again knows of its planned end alone")
                .or(
                        () -> changedByStep(fault.on())
                                .map(
                                        step -> "step " + step
                                                + " acts on what its process does, and one that is gone or started again knows nothing of that"));
    }

    /**
     * Returns a step that acts on a component, or ends what services play of a fault: a process that is dead at that time does not hear of it, and what
     * is started in its place plays the scenario as it was written.
     */
    private Optional<String> changedByStep(String component) {
        return scenario.runbook().entrySet().stream()
                .filter(step -> step.getValue().actions().stream()
                        .anyMatch(action -> action instanceof Action.End
                                ? isPlayed(action.target())
                                : action.target().equals(component)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Tells whether services have to play a fault, whoever else may. */
    private boolean isPlayed(String name) {
        FaultSpec fault = scenario.faults().get(name);
        return fault != null
                && fault.enabled()
                && (fault.does() instanceof CallEffect effect
                        ? called(fault.on(), scenario).isEmpty()
                                || Planner.obstacle(effect).isPresent()
                        : !(fault.does() instanceof Pause) || replicas(fault.on()) > 1);
    }

    private Optional<String> obstacleToSignals(FaultSpec fault) {
        ComponentEffect effect = (ComponentEffect) fault.does();
        if (!(effect instanceof Crash || effect instanceof Pause)) {
            return Optional.of("a process can be killed or stopped, not slowed");
        } else if (!own.contains(fault.on())) {
            return Optional.of(own.isEmpty() ? "it shares its process" : "it has no process that is ours to strike");
        } else if (failsOver(fault.on())) {
            return Optional.of("its standby is the model's");
        } else if (replicas(fault.on()) > 1) {
            return Optional.of("its replicas share a process");
        }
        return sameBefore(fault).stream()
                .filter(earlier -> spec(earlier).does() instanceof Crash && !meet(spec(earlier), fault))
                .findFirst()
                .map(earlier -> earlier + " kills its process before, and what takes its place is another");
    }

    /** Returns the faults before one that are applied from outside in the same place. */
    private List<String> sameBefore(FaultSpec fault) {
        return outside.stream()
                .filter(earlier -> spec(earlier).on().equals(fault.on())
                        && spec(earlier).does() instanceof CallEffect == fault.does() instanceof CallEffect)
                .toList();
    }

    private FaultSpec spec(String fault) {
        return Objects.requireNonNull(scenario.faults().get(fault));
    }

    private long begin(FaultSpec fault) {
        return scenario.clock().nanosAt(fault.at());
    }

    private long end(FaultSpec fault) {
        long last = scenario.clock().lengthNanos();
        Duration lasts = fault.lasts();
        return lasts == null ? last : Math.min(last, begin(fault) + lasts.toNanos());
    }

    /** Tells whether a fault begins before an earlier one is over, or as it ends. */
    private boolean meet(FaultSpec earlier, FaultSpec later) {
        return begin(earlier) < end(later) && begin(later) <= end(earlier);
    }

    private boolean failsOver(String component) {
        ComponentSpec spec = scenario.system().components().get(component);
        return spec != null && spec.failsOver();
    }

    private int replicas(String component) {
        ComponentSpec spec = scenario.system().components().get(component);
        return spec == null ? 1 : spec.sizing().replicas();
    }

    /** Returns the component that calls of a fault's place go to; nothing if they go to several. */
    static Optional<String> called(String on, Scenario scenario) {
        if (scenario.system().components().containsKey(on)) {
            return Optional.of(on);
        }
        return CallPlace.at(on, scenario).flatMap(place -> place.to(scenario));
    }

    /** Returns the names of the faults that are applied from outside. */
    Set<String> outside() {
        return Set.copyOf(outside);
    }

    /** Returns why others are applied by the parts of the twin, by fault. */
    Map<String, String> inside() {
        return Map.copyOf(inside);
    }

    /** Returns where each fault is applied, for people. */
    Map<String, String> places() {
        return Map.copyOf(places);
    }

    /** Returns the scenario with its faults as whoever applies them does. */
    Scenario applied() {
        return Planner.applied(scenario, outside::contains);
    }

    /** Returns the faults that strike a real primary, which nobody can end before their time, and that a step of the runbook ends. */
    List<String> unending() {
        return List.copyOf(unending);
    }

    /** Returns which of them cannot be applied both. */
    List<Clash> clashes() {
        return List.copyOf(clashes);
    }
}
