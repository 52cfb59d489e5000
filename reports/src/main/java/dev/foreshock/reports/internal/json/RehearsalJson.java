package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.RehearsalReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes forecasts, and rehearsals beside them, for programs. */
public final class RehearsalJson {
    private RehearsalJson() {}

    /** Returns a forecast. */
    public static String render(String scenario, Forecast forecast) {
        return Json.text(
                node(scenario, forecast, List.copyOf(forecast.foretold().keySet()), Map.of()));
    }

    /** Returns a rehearsal beside its forecast. */
    public static String render(RehearsalReport report) {
        Rehearsed rehearsed = report.rehearsed();
        ObjectNode node = node(
                rehearsed.runs().scenario().name(), rehearsed.forecast(), rehearsed.figures(), rehearsed.observed());
        ObjectNode faults = node.putObject("faults");
        report.places().forEach(faults::put);
        if (!report.behind().isEmpty()) {
            ObjectNode behind = node.putObject("behind");
            report.behind().forEach(behind::put);
        }
        ObjectNode late = node.putObject("late");
        late.set("p99", Json.number(report.late().toNanos() / 1e9));
        late.set("most", Json.number(report.mostLate().toNanos() / 1e9));
        LoadSeen load = report.load();
        if (load != null) {
            putLoad(node, load);
        }
        node.put("verdict", rehearsed.runs().verdict().text());
        return Json.text(node);
    }

    private static void putLoad(ObjectNode node, LoadSeen load) {
        ObjectNode seen = node.putObject("load")
                .put("by", load.by())
                .put("directory", load.directory())
                .put("users", load.users())
                .put("requests", load.requests());
        ObjectNode late = seen.putObject("late");
        late.set("p99", Json.number(load.lateNanos() / 1e9));
        late.set("most", Json.number(load.mostLateNanos() / 1e9));
    }

    private static ObjectNode node(String scenario, Forecast forecast, List<Figure> all, Map<Figure, Double> observed) {
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", scenario)
                .put("seed", forecast.seed())
                .put("replications", forecast.replications());
        node.set("confidence", Json.number(Forecast.CONFIDENCE));
        ArrayNode figures = node.putArray("figures");
        for (Figure figure : all) {
            ObjectNode each = figures.addObject()
                    .put("phase", figure.phase())
                    .put("figure", figure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("unit", figure.kind().unit());
            Foretold foretold = forecast.foretold().get(figure);
            if (foretold != null) {
                each.set("low", Json.number(foretold.low()));
                each.set("median", Json.number(foretold.median()));
                each.set("high", Json.number(foretold.high()));
                each.set("covers", Json.number(foretold.coverage()));
                each.put("seenIn", foretold.observedIn());
            }
            Double value = observed.get(figure);
            if (value != null) {
                each.set("observed", Json.number(value));
            }
        }
        return node;
    }
}
