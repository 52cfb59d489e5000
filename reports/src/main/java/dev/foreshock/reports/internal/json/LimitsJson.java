package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.limit.Bottleneck;
import dev.foreshock.engine.limit.LimitStep;
import dev.foreshock.engine.limit.Limits;
import dev.foreshock.engine.limit.Unfinished;
import dev.foreshock.engine.result.Estimate;
import java.util.Locale;

/** Writes what {@code limit} found, for programs. */
public final class LimitsJson {
    private LimitsJson() {}

    /** Returns the text. */
    public static String render(Limits limits) {
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", limits.scenario())
                .put("grow", limits.plan().grow())
                .put("seed", limits.plan().seed())
                .put("replications", limits.plan().replications());
        node.set("precision", Json.number(limits.plan().precision()));
        node.put("judgedBy", limits.byGates() ? "gates" : "impact")
                .put("runs", limits.runs())
                .put("events", limits.spentEvents())
                .put("interrupted", limits.isStopped());
        ArrayNode steps = node.putArray("steps");
        limits.steps().forEach(step -> steps.add(step(step)));
        Unfinished unfinished = limits.unfinished();
        if (unfinished != null) {
            unfinished(unfinished, node.putObject("unfinished"));
        }
        return Json.text(node);
    }

    private static void unfinished(Unfinished unfinished, ObjectNode node) {
        ArrayNode fixed = node.putArray("fixed");
        unfinished.fixed().forEach(fixed::add);
        node.set("holdsAt", unfinished.holding() > 0 ? Json.number(unfinished.holding()) : NODES.nullNode());
        node.set(
                "failsAt",
                Double.isInfinite(unfinished.failing()) ? NODES.nullNode() : Json.number(unfinished.failing()));
    }

    private static ObjectNode step(LimitStep step) {
        ObjectNode node = NODES.objectNode();
        ArrayNode fixed = node.putArray("fixed");
        step.fixed().forEach(fixed::add);
        node.put("outcome", step.outcome().name().toLowerCase(Locale.ROOT));
        Estimate factor = step.factor();
        if (factor != null) {
            node.set("factor", Json.number(factor.value()));
            node.set("low", Json.number(factor.low()));
            node.set("high", Json.number(factor.high()));
            node.put("n", factor.n());
            node.set("usersPerSecond", Json.number(step.perSecond()));
        }
        node.put("unbroken", step.unbroken());
        ObjectNode fails = node.putObject("fails");
        step.fails().forEach(fails::put);
        ArrayNode again = node.putArray("unclearAt");
        step.holdsAgain().forEach(at -> again.add(Json.number(at)));
        Bottleneck bottleneck = step.bottleneck();
        node.put("bottleneck", bottleneck == null ? null : bottleneck.limit());
        if (bottleneck != null) {
            node.put("found", bottleneck.found() == Bottleneck.Found.BY_TRIAL ? "by-trial" : "by-utilization")
                    .put("heldIn", bottleneck.heldIn())
                    .put("of", bottleneck.of());
            ArrayNode alike = node.putArray("alike");
            bottleneck.alike().forEach(alike::add);
        }
        return node;
    }
}
