package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.RehearsalReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes forecasts, and rehearsals beside them, for programs. */
public final class RehearsalJson {
    private RehearsalJson() {}

    /** Returns a forecast. */
    public static String render(String scenario, Forecast forecast) {
        ObjectNode node = head(scenario, forecast);
        ArrayNode figures = node.putArray("figures");
        forecast.foretold().keySet().forEach(figure -> put(figure, forecast, figures));
        return Json.text(node);
    }

    /** Returns a rehearsal beside its forecast. */
    public static String render(RehearsalReport report, Origin origin) {
        Rehearsed rehearsed = report.rehearsed();
        ObjectNode node = head(rehearsed.runs().scenario().name(), rehearsed.forecast());
        changes(node, rehearsed, origin);
        putCalibrated(node, report.calibrated());
        ArrayNode figures = node.putArray("figures");
        for (Figure figure : rehearsed.figures()) {
            ObjectNode each = put(figure, rehearsed.forecast(), figures);
            Double observed = rehearsed.observed().get(figure);
            if (observed != null) {
                each.set("observed", Json.number(observed));
            }
            each.put("lies", rehearsed.lies(figure).text());
        }
        ObjectNode others = node.putObject("others");
        report.others().forEach(others::put);
        ObjectNode faults = node.putObject("faults");
        report.places().forEach(faults::put);
        ObjectNode late = node.putObject("late");
        late.set("p99", Json.number(report.late().toNanos() / 1e9));
        late.set("most", Json.number(report.mostLate().toNanos() / 1e9));
        putLoad(node.putObject("load"), report.load());
        node.put("verdict", rehearsed.runs().verdict().text());
        return Json.text(node);
    }

    /** The variants are always said; all else where it is given. */
    private static void changes(ObjectNode node, Rehearsed rehearsed, Origin origin) {
        origin.variants().forEach(node.putArray("variants")::add);
        if (!origin.sets().isEmpty()) {
            origin.sets().forEach(node.putArray("sets")::add);
        }
        if (origin.compress() != 1) {
            node.set("compress", Json.number(origin.compress()));
        }
        if (rehearsed.runs().scale() != 1) {
            node.set("scale", Json.number(rehearsed.runs().scale()));
        }
    }

    private static void putCalibrated(ObjectNode node, @Nullable Calibrated calibrated) {
        if (calibrated == null) {
            return;
        }
        node.put("calibrated", calibrated.file());
        if (!calibrated.measured().isEmpty()) {
            ObjectNode calibration = node.putObject("calibration")
                    .put("measured", calibrated.measured())
                    .put("processors", calibrated.processors())
                    .put("jdk", calibrated.jdk())
                    .put("os", calibrated.os());
            calibrated.parts().forEach(calibration.putObject("parts")::put);
            calibration.put("sha256", calibrated.sha256());
        }
    }

    private static void putLoad(ObjectNode node, @Nullable LoadSeen load) {
        if (load == null) {
            node.put("by", "foreshock");
            return;
        }
        node.put("by", load.by())
                .put("directory", load.directory())
                .put("users", load.users())
                .put("requests", load.requests());
        ObjectNode late = node.putObject("late");
        late.set("p99", Json.number(load.lateNanos() / 1e9));
        late.set("most", Json.number(load.mostLateNanos() / 1e9));
    }

    private static ObjectNode head(String scenario, Forecast forecast) {
        ObjectNode node = NODES.objectNode()
                .put("schemaVersion", 1)
                .put("scenario", scenario)
                .put("seed", forecast.seed())
                .put("replications", forecast.replications());
        node.set("confidence", Json.number(Forecast.CONFIDENCE));
        return node;
    }

    /** Adds what was foretold of a figure. */
    private static ObjectNode put(Figure figure, Forecast forecast, ArrayNode figures) {
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
        Double sameDraws = forecast.sameDraws().get(figure);
        if (sameDraws != null) {
            each.set("sameDraws", Json.number(sameDraws));
        }
        return each;
    }
}
