package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.internal.text.Times;
import java.time.Duration;
import java.util.Collection;

/** The fields of {@code result.json} that say what was run, as far as reports need it to be rendered anew. */
final class SceneJson {
    private SceneJson() {}

    static void into(ObjectNode root, Scenario scenario) {
        root.put("about", scenario.about());
        ObjectNode clock = root.putObject("clock").put("start", Times.iso(scenario.clock(), 0));
        clock.set("lengthSeconds", Json.number(scenario.clock().lengthNanos() / 1e9));
        Definitions define = scenario.define();
        ObjectNode words = root.putObject("words")
                .put("impactBelow", define.impact().below().toString())
                .put("impactUntil", define.impact().until().toString())
                .put("blackout", define.blackout().toString())
                .put("recovered", define.recovered().toString())
                .put("affected", Spans.text(define.affected()))
                .put(
                        "population",
                        define.population() == null
                                ? "the whole run"
                                : define.population().toString());
        if (!define.impact().window().equals(Duration.ofMinutes(1))) {
            words.put("impactWindow", Spans.text(define.impact().window()));
        }
        ObjectNode rules = root.putObject("rules");
        scenario.monitors().forEach((name, monitor) -> rules.put(name, monitor.rule()));
        ArrayNode topology = root.putArray("topology");
        scenario.users().forEach((name, users) -> part(topology, name, "users", users.entries()));
        scenario.system()
                .components()
                .forEach((name, component) -> part(topology, name, kind(component), component.dependencies()));
        root.set("traffic", TrafficJson.of(scenario));
    }

    private static void part(ArrayNode topology, String name, String kind, Collection<String> calls) {
        ArrayNode called =
                topology.addObject().put("name", name).put("kind", kind).putArray("calls");
        calls.stream().sorted().forEach(called::add);
    }

    /** Returns the word for a component in files; where a program made its own, that of its class. */
    private static String kind(ComponentSpec component) {
        return Catalog.standard().of(ComponentSpec.class).stream()
                .filter(kind -> kind.type() == component.getClass())
                .map(Kind::name)
                .findFirst()
                .orElse(component.getClass().getSimpleName());
    }
}
