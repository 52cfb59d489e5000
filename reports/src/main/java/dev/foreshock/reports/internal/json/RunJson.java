package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.PastRun;
import dev.foreshock.reports.RunContext;
import java.util.List;

/** Renders {@code run.json}: what may differ between two runs with equal results. */
public final class RunJson {
    private static final int SCHEMA_VERSION = 1;

    private RunJson() {}

    /** Returns the file's text. */
    public static String render(RunSet runs, RunContext context) {
        ObjectNode root = NODES.objectNode();
        root.put("schemaVersion", SCHEMA_VERSION)
                .put("foreshock", context.version())
                .put("java", context.java())
                .put("started", context.started().toString());
        root.set("wallSeconds", Json.number(context.wall().toMillis() / 1e3));
        root.put("command", context.command())
                .put("base", context.base())
                .put("threads", context.threads())
                .put("events", runs.runs().stream().mapToLong(RunResult::events).sum());
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
        if (!context.origin().equals(Origin.UNKNOWN)) {
            root.set("rerun", rerun(runs, context.origin()));
        }
        ArrayNode checksums = root.putArray("checksums");
        runs.runs().forEach(run -> checksums.add(PastRun.checksum(run.checksum())));
        return Json.text(root);
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
        ObjectNode node = NODES.objectNode().put("scenario", origin.scenario()).put("directory", origin.directory());
        texts(node, "overlays", origin.overlays());
        texts(node, "variants", origin.variants());
        texts(node, "sets", origin.sets());
        texts(node, "without", origin.without());
        node.put("seed", runs.seed()).put("replications", runs.runs().size());
        node.set("scale", Json.number(runs.scale()));
        if (origin.compress() != 1) {
            node.set("compress", Json.number(origin.compress()));
        }
        return node;
    }

    private static void texts(ObjectNode node, String field, List<String> texts) {
        ArrayNode array = node.putArray(field);
        texts.forEach(array::add);
    }
}
