package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.Fidelity;
import dev.foreshock.engine.sample.Gap;
import java.util.Locale;

/** Writes how far a scaled system is off the full size. */
final class FullSizeJson {
    private FullSizeJson() {}

    static ObjectNode of(Fidelity fidelity) {
        ObjectNode node = NODES.objectNode().put("replication", 0).put("events", fidelity.events());
        ArrayNode gaps = node.putArray("differences");
        fidelity.gaps().forEach(gap -> gaps.add(gap(gap)));
        return node;
    }

    private static ObjectNode gap(Gap gap) {
        ObjectNode node = NODES.objectNode()
                .put("measure", gap.measure())
                .put("dimension", gap.dimension().name().toLowerCase(Locale.ROOT));
        number(node, "full", gap.full());
        number(node, "sampled", gap.sampled());
        if (Double.isFinite(gap.noise())) {
            node.set("chance", Json.number(gap.noise()));
        }
        if (Double.isFinite(gap.tolerance())) {
            node.set("tolerance", Json.number(gap.tolerance()));
        }
        return node;
    }

    /** What never came is null. */
    private static void number(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.set(field, Json.number(value));
        } else {
            node.putNull(field);
        }
    }
}
