package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;
import static dev.foreshock.reports.internal.json.Json.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Fidelity;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.figure.Figures;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Renders {@code result.json}. The schema is docs/reference/schema/result-v1.json. */
public final class ResultJson {
    private static final int SCHEMA_VERSION = 1;

    private final RunSet runs;
    private final ObjectNode root = NODES.objectNode();

    private ResultJson(RunSet runs) {
        this.runs = runs;
    }

    /** Returns the file's text: a function of {@code runs} alone. */
    public static String render(RunSet runs) {
        ResultJson json = new ResultJson(runs);
        json.heading();
        json.requests();
        json.users();
        json.incident();
        json.impact();
        AftermathJson.into(json.root, runs);
        SceneJson.into(json.root, runs.scenario());
        new ExemplarJson(runs).into(json.root);
        json.responseTimes();
        ClaimsJson claims = new ClaimsJson(runs);
        json.root.set("record", claims.of(runs.record()));
        json.root.set("gates", claims.of(runs.gates()));
        json.root.set("components", ComponentsJson.of(runs));
        json.measures();
        return Json.text(json.root);
    }

    private void heading() {
        root.put("schemaVersion", SCHEMA_VERSION)
                .put("scenario", runs.scenario().name())
                .put("semantics", runs.scenario().semantics().text())
                .put("world", runs.exemplarRun().world())
                .put("seed", runs.seed())
                .put("replications", runs.runs().size());
        ended();
        root.set("scale", Json.number(runs.scale()));
        Fidelity fidelity = runs.fidelity();
        if (fidelity != null) {
            root.set("fullSize", FullSizeJson.of(fidelity));
        }
        root.put("verdict", runs.verdict().text())
                .put("judgedBy", runs.judgedBy().name().toLowerCase(Locale.ROOT))
                .put("hasRecord", !runs.scenario().record().isEmpty());
    }

    /** Left out for a number of replications that was given, so that such results are what they were. */
    private void ended() {
        Ended ended = runs.ended();
        if (ended.isSequential()) {
            root.putObject("ended")
                    .put("by", ended.by().text())
                    .put("looks", ended.looks())
                    .set("confidence", Json.number(ended.confidence()));
        }
    }

    private void requests() {
        ObjectNode node = root.putObject("requests");
        set(node, "offered", runs.estimate(run -> run.requests().offered()));
        set(node, "succeeded", runs.estimate(run -> run.requests().succeeded()));
        set(node, "failed", runs.estimate(run -> run.requests().failed()));
        set(node, "inFlight", runs.estimate(run -> run.requests().inFlight()));
        set(node, "successShare", runs.estimate(Figures::success));
        ObjectNode outcomes = node.putObject("outcomes");
        Set<String> names = new TreeSet<>();
        runs.runs().forEach(run -> names.addAll(run.requests().outcomes().keySet()));
        for (String name : names) {
            set(outcomes, name, runs.estimate(run -> run.requests().outcomes().getOrDefault(name, 0L)));
        }
    }

    private void users() {
        ObjectNode node = root.putObject("users");
        set(node, "total", runs.estimate(run -> run.users().total()));
        set(node, "affected", runs.estimate(run -> run.users().affected()));
        set(node, "affectedShare", runs.estimate(Figures::affectedShare));
    }

    private void incident() {
        if (runs.runs().stream().allMatch(run -> run.incident() == null)) {
            return;
        }
        ObjectNode node = root.putObject("incident");
        set(node, "start", runs.estimate(Figures::incidentStart), clock());
        double neverShare = Figures.incidentNeverShare(runs);
        if (neverShare > 0) {
            node.putNull("end").putNull("durationSeconds");
            double[] durations = runs.runs().stream()
                    .mapToDouble(Figures::incidentDuration)
                    .filter(duration -> !Double.isNaN(duration))
                    .toArray();
            node.set("medianDurationSeconds", Json.open(Estimate.median(durations)));
            int ended = (int) Arrays.stream(durations).filter(Double::isFinite).count();
            node.set("endedShare", Json.estimate(Estimate.share(ended, durations.length)));
        } else {
            set(node, "end", runs.estimate(Figures::incidentEnd), clock());
            set(node, "durationSeconds", runs.estimate(Figures::incidentDuration));
        }
        node.set("neverShare", Json.number(neverShare));
    }

    private void impact() {
        ObjectNode node = root.putObject("impact");
        set(node, "totalSeconds", runs.estimate(Figures::impactTotal));
        set(node, "longestSeconds", runs.estimate(Figures::impactLongest));
        node.set("neverShare", Json.number(Figures.impactNeverShare(runs)));
    }

    private void responseTimes() {
        if (runs.runs().stream().allMatch(run -> run.responseTimes() == null)) {
            return;
        }
        ObjectNode node = root.putObject("responseTime");
        set(node, "mean", runs.estimate(Figures.responseTime(ResponseTimes::mean)));
        set(node, "p50", runs.estimate(Figures.responseTime(ResponseTimes::p50)));
        set(node, "p90", runs.estimate(Figures.responseTime(ResponseTimes::p90)));
        set(node, "p99", runs.estimate(Figures.responseTime(ResponseTimes::p99)));
        set(node, "p999", runs.estimate(Figures.responseTime(ResponseTimes::p999)));
    }

    /** A later run may be compared with these: plain numbers under the names that claims have for them. */
    private void measures() {
        ObjectNode node = root.putObject("measures");
        runs.measures().forEach((name, value) -> {
            if (Double.isInfinite(value)) {
                node.putNull(name);
            } else {
                node.set(name, Json.number(value));
            }
        });
    }

    private Clock clock() {
        return runs.scenario().clock();
    }
}
