package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
            ObjectNode each = Json.estimate(measure.mean());
            each.set("correlation", Json.number(measure.correlation()));
            each.put("trusted", measure.isTrusted()).put("factor", measure.factor());
            measures.set(name, each);
        });
        ArrayNode notJudged = node.putArray("notJudged");
        report.notJudged().forEach(notJudged::add);
        return Json.text(node);
    }

    private static String method(WarmUp.Method method) {
        return switch (method) {
            case GIVEN -> "given";
            case MSER5 -> "mser5";
            case NOT_FOUND -> "notFound";
        };
    }
}
