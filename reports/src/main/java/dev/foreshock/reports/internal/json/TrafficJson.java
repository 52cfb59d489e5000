package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.unit.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the curves of the traffic at evenly spaced times, so that a report can say who came when an incident began. */
final class TrafficJson {
    /** A value a minute in a run of four hours. */
    private static final int STEPS = 240;

    private static final String USUAL = "usual";

    private TrafficJson() {}

    static ArrayNode of(Scenario scenario) {
        ArrayNode curves = NODES.arrayNode();
        long every = Math.max(1, scenario.clock().lengthNanos() / STEPS);
        scenario.traffic().forEach((users, named) -> {
            Rate usual = usualAtStart(named, scenario);
            named.forEach((name, curve) -> {
                Profile profile = curve.on(scenario.clock(), usual);
                List<Double> values = new ArrayList<>();
                for (int i = 0; i <= STEPS; i++) {
                    values.add(profile.perSecondAt(i * every));
                }
                var node = curves.addObject();
                node.put("users", users).put("curve", name).put("is", kind(curve));
                node.set("everySeconds", Json.number(every / 1e9));
                SeriesJson.numbers(node, "perSecond", values);
            });
        });
        return curves;
    }

    private static Rate usualAtStart(Map<String, Curve> curves, Scenario scenario) {
        Curve usual = curves.get(USUAL);
        Rate none = Rate.perSecond(0);
        return usual == null
                ? none
                : Rate.perSecond(usual.on(scenario.clock(), none).perSecondAt(0));
    }

    /** Returns the word for a curve in files; where a program made its own, the name of its class. */
    private static String kind(Curve curve) {
        return Catalog.standard().of(Curve.class).stream()
                .filter(kind -> kind.type() == curve.getClass())
                .map(Kind::name)
                .findFirst()
                .orElse(curve.getClass().getSimpleName());
    }
}
