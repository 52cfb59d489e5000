package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;
import static dev.foreshock.reports.internal.json.Json.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The field {@code components} of {@code result.json}. */
final class ComponentsJson {
    private final RunSet runs;
    private final String name;

    private ComponentsJson(RunSet runs, String name) {
        this.runs = runs;
        this.name = name;
    }

    static ObjectNode of(RunSet runs) {
        Set<String> names = new TreeSet<>();
        runs.runs().forEach(run -> names.addAll(run.components().keySet()));
        ObjectNode node = NODES.objectNode();
        names.forEach(name -> node.set(name, new ComponentsJson(runs, name).figures()));
        return node;
    }

    private ObjectNode figures() {
        ObjectNode node = NODES.objectNode();
        set(node, "arrivals", mean(figures -> counted(figures.arrivals())));
        set(node, "completions", mean(figures -> counted(figures.completions())));
        set(node, "utilization", mean(ComponentFigures::utilization));
        set(node, "queueLength", mean(ComponentFigures::queueLength));
        set(node, "waitingTime", mean(ComponentFigures::waitingTime));
        set(node, "responseTime", mean(ComponentFigures::responseTime));
        set(node, "crashes", runs.estimate(this::crashes));
        if (knowsOutcomes()) {
            failures(node.putObject("failures"));
        }
        ComponentSpec spec = runs.scenario().system().components().get(name);
        if (spec != null && spec.failsOver()) {
            set(node, "writesLost", mean(figures -> (double) figures.writesLost()));
            set(node, "failover", mean(ComponentsJson::longest));
        }
        return node;
    }

    private static @Nullable Double counted(@Nullable Long calls) {
        return calls == null ? null : Double.valueOf(calls.doubleValue());
    }

    /** Returns how long the longest failover took that was over before the end; null if there was none. */
    private static @Nullable Double longest(ComponentFigures figures) {
        OptionalDouble longest = figures.failovers().stream()
                .mapToDouble(Failover::seconds)
                .filter(Double::isFinite)
                .max();
        return longest.isPresent() ? Double.valueOf(longest.getAsDouble()) : null;
    }

    private double crashes(RunResult run) {
        return run.journal()
                .of(Event.CRASHED)
                .filter(entry -> entry.subject().equals(name))
                .count();
    }

    private boolean knowsOutcomes() {
        return runs.runs().stream()
                .map(run -> run.components().get(name))
                .anyMatch(figures -> figures != null && figures.outcomes() != null);
    }

    private void failures(ObjectNode node) {
        for (Outcome outcome : Outcome.values()) {
            Estimate calls = mean(figures -> {
                Map<String, Long> outcomes = figures.outcomes();
                return outcomes == null ? null : counted(outcomes.getOrDefault(outcome.text(), 0L));
            });
            if (outcome != Outcome.OK && calls != null && calls.value() > 0) {
                set(node, outcome.text(), calls);
            }
        }
    }

    private @Nullable Estimate mean(Function<ComponentFigures, @Nullable Double> figure) {
        return runs.estimate(run -> {
            ComponentFigures figures = run.components().get(name);
            Double value = figures == null ? null : figure.apply(figures);
            return value == null ? Double.NaN : value;
        });
    }
}
