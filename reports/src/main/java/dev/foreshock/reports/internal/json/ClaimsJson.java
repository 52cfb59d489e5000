package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.text.Readings;
import java.util.List;

/** The fields {@code record} and {@code gates} of {@code result.json}. */
final class ClaimsJson {
    private final Clock clock;

    ClaimsJson(RunSet runs) {
        clock = runs.scenario().clock();
    }

    ArrayNode of(List<Judgement> judgements) {
        ArrayNode array = NODES.arrayNode();
        judgements.forEach(judgement -> fill(array.addObject(), judgement));
        return array;
    }

    private void fill(ObjectNode node, Judgement judgement) {
        node.put("name", judgement.name()).put("verdict", judgement.verdict().text());
        Estimate observed = judgement.observed();
        if (observed != null) {
            boolean isInstant = judgement.claim().measure().dimension() == Dimension.INSTANT;
            node.set("observed", isInstant ? Json.instant(observed, clock) : Json.estimate(observed));
        } else if (judgement.neverShare() > 0) {
            node.putNull("observed");
        }
        if (judgement.neverShare() > 0) {
            node.set("neverShare", Json.number(judgement.neverShare()));
            node.set("reached", Json.estimate(judgement.reached()));
        }
        if (judgement.isAtLeast()) {
            node.put("atLeast", true);
        }
        Estimate median = judgement.median();
        if (median != null) {
            boolean isInstant = judgement.claim().measure().dimension() == Dimension.INSTANT;
            node.set("median", isInstant ? Json.openInstant(median, clock) : Json.open(median));
        }
        String width = Readings.width(judgement);
        node.put("observedText", Readings.observed(judgement, clock) + (width.isEmpty() ? "" : " " + width))
                .put("wanted", judgement.claim().wants())
                .put("measure", judgement.claim().observes());
        node.set("holds", Json.estimate(judgement.holds()));
        if (!judgement.reason().isEmpty()) {
            node.put("reason", judgement.reason());
        }
    }
}
