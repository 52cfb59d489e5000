package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyLevel;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Times;

/** Writes a steady run for programs. The schema is docs/reference/schema/steady-v1.json. */
public final class SteadyJson {
    private SteadyJson() {}

    /** Returns the text. */
    public static String render(SteadyReport report) {
        SteadyRun run = report.run();
        Scenario scenario = report.scenario();
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", scenario.name())
                .put("about", scenario.about())
                .put("seed", run.seed());
        node.set("seconds", Json.number(run.lengthNanos() / 1e9));
        node.putObject("clock")
                .put("start", Times.iso(scenario.clock(), 0))
                .set("lengthSeconds", Json.number(scenario.clock().lengthNanos() / 1e9));
        node.put("events", run.events());
        ObjectNode warmUp = node.putObject("warmUp");
        warmUp.set("seconds", Json.number(run.warmUp().nanos() / 1e9));
        warmUp.put("method", run.warmUp().method().text());
        node.put("batches", run.batches());
        node.set("batchSeconds", Json.number(run.batchNanos() / 1e9));
        node.put("trusted", run.isTrusted());
        node.set("wantedSeconds", Json.number(run.wantedNanos() / 1e9));
        ObjectNode measures = node.putObject("measures");
        run.measures().forEach((name, measure) -> measures.set(name, measure(measure, run.isTrusted())));
        ObjectNode levels = node.putObject("levels");
        run.levels().forEach((name, level) -> fill(levels.putObject(name), level));
        gates(node, report);
        return Json.text(node);
    }

    private static ObjectNode measure(SteadyMeasure measure, boolean isTrusted) {
        ObjectNode node = Json.estimate(measure.estimate());
        node.set("correlation", Json.number(measure.correlation()));
        node.put("trusted", isTrusted).put("factor", measure.factor());
        SeriesJson.figures(node, "batches", measure.batches());
        return node;
    }

    private static void fill(ObjectNode node, SteadyLevel level) {
        node.set("stepSeconds", Json.number(level.stepNanos() / 1e9));
        node.set("warmUpSeconds", Json.number(level.warmUpNanos() / 1e9));
        node.put("settled", level.isSettled());
        SeriesJson.numbers(node, "means", level.means());
    }

    private static void gates(ObjectNode node, SteadyReport report) {
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
}
