package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.Sizing;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scenario as the rules look at it: its components, callers first, and the calls between them. */
public final class View {
    static final String COMPONENTS = "system.components.";

    /** Adding up more curves than this takes longer than a warning is worth. */
    private static final int MOST_CURVES = 100;

    final Scenario scenario;
    final List<String> callersFirst;
    final Map<String, Sizing> sizes = new TreeMap<>();
    final Map<String, Crowds> crowds = new TreeMap<>();
    private final Map<String, List<Edge>> from = new TreeMap<>();
    private final Map<String, List<Edge>> to = new TreeMap<>();

    /** Looks at a sound scenario. */
    public View(Scenario scenario) {
        this.scenario = scenario;
        Map<String, ComponentSpec> components = scenario.system().components();
        Map<String, Set<String>> called = new TreeMap<>();
        Set<String> shifts = weightsToCome();
        components.forEach((name, component) -> {
            called.put(name, component.dependencies());
            sizes.put(name, component.sizing());
            boolean balances = component.sizing().makesOneOfItsCalls();
            component.calls().forEach((call, spec) -> {
                String target = spec.to() == null ? call : spec.to();
                boolean ever = spec.share().share() > 0 || shifts.contains(name + " " + target);
                String path = COMPONENTS + name + (balances ? ".weights." : ".calls.") + call;
                Edge edge = new Edge(name, call, target, path, spec, ever);
                from.computeIfAbsent(name, key -> new ArrayList<>()).add(edge);
                to.computeIfAbsent(target, key -> new ArrayList<>()).add(edge);
            });
        });
        callersFirst = Sorting.along(called);
        int curves = scenario.traffic().values().stream().mapToInt(Map::size).sum();
        scenario.users().forEach((name, users) -> crowds.put(name, Crowds.of(name, scenario, curves <= MOST_CURVES)));
    }

    private Set<String> weightsToCome() {
        return scenario.runbook().values().stream()
                .flatMap(step -> step.actions().stream())
                .filter(Action.Weights.class::isInstance)
                .map(Action.Weights.class::cast)
                .flatMap(change -> change.weights().entrySet().stream()
                        .filter(weight -> !weight.getValue().equals(Percent.ZERO))
                        .map(weight -> change.target() + " " + weight.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Sizing size(String component) {
        return sizes.getOrDefault(component, Sizing.ENDLESS);
    }

    /** Returns the calls that {@code component} makes. */
    List<Edge> from(String component) {
        return from.getOrDefault(component, List.of());
    }

    /** Returns the calls that {@code component} gets from others. */
    List<Edge> to(String component) {
        return to.getOrDefault(component, List.of());
    }

    /** Returns the classes of users with traffic who enter at {@code component}. */
    List<Crowds> entering(String component) {
        return crowds.values().stream()
                .filter(crowd -> crowd.enters(component) && crowd.comes())
                .toList();
    }

    /** Returns the components that get traffic at some time. */
    Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        for (String component : callersFirst) {
            boolean called = to(component).stream().anyMatch(edge -> edge.ever() && reached.contains(edge.from()));
            if (called || !entering(component).isEmpty()) {
                reached.add(component);
            }
        }
        return reached;
    }

    /** Returns the share of all page views that are of a class of requests which makes {@code call}. */
    double makes(CallSpec call) {
        if (call.forRequests().isEmpty()) {
            return 1;
        }
        double all = 0;
        double making = 0;
        for (Crowds crowd : crowds.values()) {
            double views =
                    crowd.pages() * (crowd.table() == null ? 1 : crowd.table().total());
            all += views;
            making += views
                    * crowd.asks().stream()
                            .filter(ask -> call.forRequests().contains(ask.request()))
                            .mapToDouble(Crowds.Ask::share)
                            .sum();
        }
        return all > 0 ? making / all : 0;
    }

    /** Tells whether some step of the runbook resizes {@code component}. */
    boolean resized(String component) {
        return scenario.runbook().values().stream()
                .flatMap(step -> step.actions().stream())
                .anyMatch(action ->
                        action instanceof Action.Resize && action.target().equals(component));
    }

    /** Returns the mean time of a call's message, there and back. */
    static double linkNanos(CallSpec call) {
        return 2.0 * call.link().latency().mean().toNanos();
    }
}
