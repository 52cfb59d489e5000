package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.Sizing;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A scenario as the rules look at it: its components, callers first, and the calls between them. */
public final class View {
    static final String COMPONENTS = "system.components.";

    /** Adding up more curves than this takes longer than a warning is worth. */
    private static final int MOST_CURVES = 100;

    private static final int MOST_PATHS = 1_000_000;

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
                .filter(crowd -> crowd.comes()
                        && crowd.asks().stream().anyMatch(ask -> ask.enters().equals(component)))
                .toList();
    }

    /** Returns the classes of requests that somebody sends who comes; {@code ""} among them if some are of none. */
    Set<String> sent() {
        return crowds.values().stream()
                .filter(Crowds::comes)
                .flatMap(crowd -> crowd.asks().stream().map(Crowds.Ask::request))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the components that get traffic at some time, whatever it asks for. */
    Set<String> reached() {
        if (!isSmall()) {
            return new TreeSet<>(reachedBy(request -> true, Edge::ever));
        }
        Set<String> reached = new TreeSet<>();
        sent().forEach(request -> reached.addAll(reachedBy(request)));
        return reached;
    }

    /** Tells whether every class of requests can be followed on its own without taking longer than a warning is worth. */
    boolean isSmall() {
        return (long) sizes.size() * sent().size() <= MOST_PATHS;
    }

    /** Returns the components that requests of a class get to. */
    Set<String> reachedBy(String request) {
        return reachedBy(request::equals, edge -> edge.ever() && edge.isTakenBy(request));
    }

    private Set<String> reachedBy(Predicate<String> requests, Predicate<Edge> edges) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        crowds.values().stream()
                .filter(Crowds::comes)
                .flatMap(crowd -> crowd.asks().stream())
                .filter(ask -> requests.test(ask.request()))
                .forEach(ask -> next.add(ask.enters()));
        while (!next.isEmpty()) {
            String component = next.remove();
            if (reached.add(component)) {
                from(component).stream().filter(edges).forEach(edge -> next.add(edge.to()));
            }
        }
        return reached;
    }

    /** Tells whether some step of the runbook changes a setting of {@code component}. */
    boolean resized(String component) {
        return scenario.runbook().values().stream()
                .flatMap(step -> step.actions().stream())
                .anyMatch(action -> (action instanceof Action.Resize || action instanceof Action.Assign)
                        && action.target().equals(component));
    }

    /** Returns the mean time of a call's message, there and back. */
    static double linkNanos(CallSpec call) {
        return 2.0 * call.link().latency().mean().toNanos();
    }
}
