package dev.foreshock.reports.internal.json;

import static dev.foreshock.reports.internal.json.Json.NODES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.foreshock.engine.result.TimeSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Writes figures over time: each series on one line, as hundreds of lines of single numbers help nobody. */
final class SeriesJson {
    /** More than a chart can show. */
    private static final MathContext FIVE_DIGITS = new MathContext(5);

    private SeriesJson() {}

    static ObjectNode of(TimeSeries series) {
        ObjectNode node = NODES.objectNode();
        node.set("binSeconds", Json.number(series.binNanos() / 1e9));
        wholes(node, "offered", series.offered());
        wholes(node, "succeeded", series.succeeded());
        wholes(node, "failed", series.failed());
        wholes(node, "affected", series.affected());
        numbers(node, "p50", series.p50());
        numbers(node, "p99", series.p99());
        ObjectNode gauges = node.putObject("gauges");
        series.gauges().forEach((name, values) -> numbers(gauges, name, values));
        ObjectNode failures = node.putObject("failures");
        series.failures().forEach((name, values) -> wholes(failures, name, values));
        return node;
    }

    private static void wholes(ObjectNode node, String name, List<Long> values) {
        line(node, name, values.stream().map(String::valueOf).toList());
    }

    static void numbers(ObjectNode node, String name, List<Double> values) {
        line(node, name, values.stream().map(SeriesJson::number).toList());
    }

    /** Writes figures that somebody may calculate with, in twelve digits. */
    static void figures(ObjectNode node, String name, List<Double> values) {
        line(
                node,
                name,
                values.stream()
                        .map(value ->
                                Double.isFinite(value) ? Json.number(value).asText() : "null")
                        .toList());
    }

    private static void line(ObjectNode node, String name, List<String> values) {
        node.putRawValue(name, new RawValue(values.stream().collect(Collectors.joining(", ", "[", "]"))));
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        BigDecimal rounded = new BigDecimal(value, FIVE_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
