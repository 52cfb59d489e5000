package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.reports.SteadyReport;

/** Writes a steady run for programs. */
public final class SteadyJson {
    private SteadyJson() {}

    /** Returns the text. */
    public static String render(SteadyReport report) {
        SteadyRun run = report.run();
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", report.scenario())
                .put("seed", run.seed());
        node.set("seconds", Json.number(run.lengthNanos() / 1e9));
        node.put("events", run.events());
        ObjectNode warmUp = node.putObject("warmUp");
        warmUp.set("seconds", Json.number(run.warmUp().nanos() / 1e9));
        warmUp.put("method", method(run.warmUp().method()));
        node.put("batches", run.batches()).put("trusted", run.isTrusted());
        node.set("wantedSeconds", Json.number(run.wantedNanos() / 1e9));
        ObjectNode measures = node.putObject("measures");
        run.measures().forEach((name, measure) -> {
            ObjectNode each = Json.estimate(measure.estimate());
            each.set("correlation", Json.number(measure.correlation()));
            each.put("trusted", run.isTrusted()).put("factor", measure.factor());
            measures.set(name, each);
        });
        node.put("verdict", report.gates().verdict().text());
        ArrayNode gates = node.putArray("gates");
        report.gates().judged().forEach(gate -> fill(gates.addObject(), gate));
        ArrayNode notJudged = node.putArray("notJudged");
        report.gates()
                .unjudged()
                .forEach(gate -> notJudged
                        .addObject()
                        .put("name", gate.name())
                        .put("measure", gate.claim().observes())
                        .put("wanted", gate.claim().wants())
                        .put("reason", gate.reason()));
        return Json.text(node);
    }

    private static void fill(ObjectNode node, SteadyJudgement gate) {
        node.put("name", gate.name())
                .put("verdict", gate.verdict().text())
                .put("measure", gate.claim().observes())
                .put("wanted", gate.claim().wants());
        Json.set(node, "observed", gate.observed());
        if (!gate.reason().isEmpty()) {
            node.put("reason", gate.reason());
        }
    }

    private static String method(WarmUp.Method method) {
        return switch (method) {
            case GIVEN -> "given";
            case MSER5 -> "mser5";
            case NOT_FOUND -> "notFound";
        };
    }
}
