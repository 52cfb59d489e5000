package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import java.util.Locale;

/** Writes {@code why.json}: the impact, and what each cause does, the one that most goes with first. */
public final class AttributionJson {
    private static final int SCHEMA_VERSION = 1;
    private static final double SECONDS_PER_MINUTE = 60;

    private AttributionJson() {}

    /**
     * Returns the text of the file.
     *
     * @param without causes that were taken away from the start
     */
    public static String render(Attribution attribution, List<String> without) {
        ObjectNode root = NODES.objectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("scenario", attribution.scenario())
                .put("seed", attribution.plan().seed())
                .put("replications", attribution.plan().replications())
                .put("events", attribution.spentEvents())
                .put("interrupted", attribution.isStopped());
        ArrayNode gone = root.putArray("without");
        without.forEach(gone::add);
        root.set("impact", toll(attribution.toll()));
        root.put("worthExplaining", attribution.toll().isWorthExplaining());
        ArrayNode causes = root.putArray("causes");
        attribution.effects().forEach(effect -> causes.add(effect(effect)));
        root.set("shareOfAll", Json.number(attribution.shareOfAll()));
        ArrayNode untried = root.putArray("untried");
        attribution.untried().stream().map(Cause::name).forEach(untried::add);
        ArrayNode trivial = root.putArray("trivial");
        attribution.trivial().stream().map(Cause::name).forEach(trivial::add);
        return Json.text(root);
    }

    private static ObjectNode toll(Toll toll) {
        ObjectNode node = NODES.objectNode();
        node.set("outageMinutes", estimate(toll.outageSeconds(), SECONDS_PER_MINUTE));
        node.set("usersAffectedShare", estimate(toll.usersAffectedShare(), 1));
        node.set("crashes", estimate(toll.crashes(), 1));
        return node;
    }

    private static ObjectNode effect(Effect effect) {
        ObjectNode node = NODES.objectNode()
                .put("name", effect.cause().name())
                .put("kind", word(effect.cause().kind()))
                .put("without", effect.cause().without())
                .put("finding", word(effect.finding()));
        share(node, "outageShare", effect.outageShare());
        share(node, "usersShare", effect.usersShare());
        node.set("left", toll(effect.left()));
        ObjectNode change = node.putObject("differences");
        change.set("outageMinutes", estimate(effect.change().outageSeconds(), SECONDS_PER_MINUTE));
        change.set("usersAffectedShare", estimate(effect.change().usersAffectedShare(), 1));
        change.set("requestsLost", estimate(effect.change().requestsLost(), 1));
        return node;
    }

    private static void share(ObjectNode node, String field, double share) {
        if (Double.isNaN(share)) {
            node.putNull(field);
        } else {
            node.set(field, Json.number(share));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ObjectNode estimate(Estimate estimate, double unit) {
        return Json.estimate(
                new Estimate(estimate.value() / unit, estimate.low() / unit, estimate.high() / unit, estimate.n()));
    }
}
