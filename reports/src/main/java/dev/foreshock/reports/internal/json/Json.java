package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Times;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What both JSON files share: their layout, and how numbers and estimates are written. */
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final MathContext TWELVE_DIGITS = new MathContext(12);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private Json() {}

    static String text(JsonNode node) {
        try {
            return WRITER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes must be writable", e);
        }
    }

    /** Returns a finite number in twelve significant digits. */
    static JsonNode number(double value) {
        BigDecimal rounded = new BigDecimal(value, TWELVE_DIGITS).stripTrailingZeros();
        return DecimalNode.valueOf(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    static ObjectNode estimate(Estimate estimate) {
        ObjectNode node = NODES.objectNode();
        node.set("value", number(estimate.value()));
        node.set("low", number(estimate.low()));
        node.set("high", number(estimate.high()));
        return node.put("n", estimate.n());
    }

    /** Returns an estimate of which any part may be infinite: null then. */
    static ObjectNode open(Estimate estimate) {
        ObjectNode node = NODES.objectNode();
        node.set("value", finite(estimate.value()));
        node.set("low", finite(estimate.low()));
        node.set("high", finite(estimate.high()));
        return node.put("n", estimate.n());
    }

    /** Returns an estimate of a point in time of which any part may be infinite: null then. */
    static ObjectNode openInstant(Estimate estimate, Clock clock) {
        return NODES.objectNode()
                .put("value", finite(estimate.value(), clock))
                .put("low", finite(estimate.low(), clock))
                .put("high", finite(estimate.high(), clock))
                .put("n", estimate.n());
    }

    private static JsonNode finite(double value) {
        return Double.isFinite(value) ? number(value) : NODES.nullNode();
    }

    private static @Nullable String finite(double seconds, Clock clock) {
        return Double.isFinite(seconds) ? Times.iso(clock, Times.nanos(seconds)) : null;
    }

    /** Returns an estimate of a point in time, given in seconds since the start of {@code clock}. */
    static ObjectNode instant(Estimate estimate, Clock clock) {
        return NODES.objectNode()
                .put("value", Times.iso(clock, Times.nanos(estimate.value())))
                .put("low", Times.iso(clock, Times.nanos(estimate.low())))
                .put("high", Times.iso(clock, Times.nanos(estimate.high())))
                .put("n", estimate.n());
    }

    /** Sets a field, or leaves it out where nothing was observed. */
    static void set(ObjectNode node, String field, @Nullable Estimate estimate) {
        if (estimate != null) {
            node.set(field, estimate(estimate));
        }
    }

    /** Sets a field to a point in time, or leaves it out where nothing was observed. */
    static void set(ObjectNode node, String field, @Nullable Estimate estimate, Clock clock) {
        if (estimate != null) {
            node.set(field, instant(estimate, clock));
        }
    }
}
