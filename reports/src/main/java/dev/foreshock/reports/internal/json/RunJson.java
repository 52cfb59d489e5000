package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.PastRun;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.SteadyReport;
import java.util.List;

/** Renders {@code run.json}: what may differ between two runs with equal results. */
public final class RunJson {
    private static final int SCHEMA_VERSION = 1;

    private RunJson() {}

    /** Returns the file's text. */
    public static String render(RunSet runs, RunContext context) {
        ObjectNode root = circumstances(
                context, runs.runs().stream().mapToLong(RunResult::events).sum());
        if (!context.origin().equals(Origin.UNKNOWN)) {
            root.set("rerun", rerun(runs, context.origin()));
        }
        ArrayNode checksums = root.putArray("checksums");
        runs.runs().forEach(run -> checksums.add(PastRun.checksum(run.checksum())));
        return Json.text(root);
    }

    /** Returns the file's text about a steady run. */
    public static String render(SteadyReport report, RunContext context) {
        SteadyRun run = report.run();
        ObjectNode root = circumstances(context, run.events());
        if (!context.origin().equals(Origin.UNKNOWN)) {
            ObjectNode rerun = source(context.origin()).put("seed", run.seed());
            ObjectNode steady = rerun.putObject("steady");
            steady.set("lengthSeconds", Json.number(run.lengthNanos() / 1e9));
            if (run.warmUp().method() == WarmUp.Method.GIVEN) {
                steady.set("warmUpSeconds", Json.number(run.warmUp().nanos() / 1e9));
            }
            root.set("rerun", rerun);
        }
        return Json.text(root);
    }

    private static ObjectNode circumstances(RunContext context, long events) {
        ObjectNode root = NODES.objectNode();
        root.put("schemaVersion", SCHEMA_VERSION)
                .put("foreshock", context.version())
                .put("java", context.java())
                .put("started", context.started().toString());
        root.set("wallSeconds", Json.number(context.wall().toMillis() / 1e3));
        root.put("command", context.command())
                .put("base", context.base())
                .put("threads", context.threads())
                .put("events", events);
        ArrayNode variants = root.putArray("variants");
        context.variants().forEach(variants::add);
        ArrayNode givens = root.putArray("given");
        for (Given given : context.background().givens()) {
            givens.addObject()
                    .put("name", given.name())
                    .put("is", given.is())
                    .put("range", given.range())
                    .put("basis", given.basis())
                    .put("source", given.source());
        }
        ObjectNode measures = root.putObject("measures");
        context.background().measures().forEach(measures::put);
        ObjectNode changes = root.putObject("changes");
        context.background().changes().forEach((name, settings) -> {
            ArrayNode list = changes.putArray(name);
            settings.forEach(change -> list.add(change(change)));
        });
        return root;
    }

    /** A setting that is not there on one side has no value on it. */
    private static ObjectNode change(SettingChange change) {
        ObjectNode node = NODES.objectNode().put("setting", change.path());
        if (!change.was().isEmpty()) {
            node.put("was", change.was());
        }
        return change.becomes().isEmpty() ? node : node.put("becomes", change.becomes());
    }

    /** Returns what it takes to run it again, for programs; a person has the command. */
    private static ObjectNode rerun(RunSet runs, Origin origin) {
        ObjectNode node = source(origin)
                .put("seed", runs.seed())
                .put("replications", runs.runs().size());
        node.set("scale", Json.number(runs.scale()));
        if (origin.compress() != 1) {
            node.set("compress", Json.number(origin.compress()));
        }
        return node;
    }

    private static ObjectNode source(Origin origin) {
        ObjectNode node = NODES.objectNode().put("scenario", origin.scenario()).put("directory", origin.directory());
        texts(node, "overlays", origin.overlays());
        texts(node, "variants", origin.variants());
        texts(node, "sets", origin.sets());
        texts(node, "without", origin.without());
        return node;
    }

    private static void texts(ObjectNode node, String field, List<String> texts) {
        ArrayNode array = node.putArray(field);
        texts.forEach(array::add);
    }
}
