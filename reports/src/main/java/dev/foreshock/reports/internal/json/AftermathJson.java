package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.Aftermath.Burden;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.text.Times;
import java.util.List;
import java.util.Objects;

/** Writes whether the system came back once its trigger was over. Nothing where there was no trigger. */
final class AftermathJson {
    private AftermathJson() {}

    static void into(ObjectNode root, RunSet runs) {
        Aftermath exemplar = runs.exemplarRun().aftermath();
        List<Aftermath> all = runs.runs().stream()
                .map(run -> run.aftermath())
                .filter(Objects::nonNull)
                .toList();
        if (exemplar == null
                || exemplar.equals(Aftermath.NONE)
                || all.size() < runs.runs().size()) {
            return;
        }
        ObjectNode node = root.putObject("aftermath")
                .put("trigger", exemplar.trigger())
                .put("from", Times.iso(runs.scenario().clock(), exemplar.fromNanos()))
                .put("until", Times.iso(runs.scenario().clock(), exemplar.untilNanos()));
        int back = (int) all.stream().filter(Aftermath::cameBack).count();
        node.set("cameBack", Json.estimate(Estimate.share(back, all.size())));
        double median = Estimate.median(
                        all.stream().mapToDouble(Aftermath::recoverySeconds).toArray())
                .value();
        if (Double.isFinite(median)) {
            node.set("medianSeconds", Json.number(median));
        } else {
            node.putNull("medianSeconds");
        }
        ArrayNode sustained = node.putArray("sustained");
        exemplar.sustained().forEach(burden -> sustained.add(burden(burden)));
    }

    private static ObjectNode burden(Burden burden) {
        ObjectNode node = Json.NODES.objectNode().put("component", burden.component());
        if (Double.isNaN(burden.callsBefore())) {
            node.putNull("callsBefore");
        } else {
            node.set("callsBefore", Json.number(burden.callsBefore()));
        }
        node.set("callsSince", Json.number(burden.callsSince()));
        node.set("inVain", Json.number(burden.inVain()));
        return node;
    }
}
