package dev.foreshock.faults.internal.toxiproxy.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as Go decodes one: names in any case, the last of several counts, null changes nothing, the unknown is skipped.
 *
 * @param node an object or null
 * @param type what Go calls it in messages
 */
record Body(JsonNode node, String type) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where Foreshock's own routes are asked, what is said twice, or after the end, is a mistake. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads the first value of {@code text}, as stock does: what follows it is ignored. */
    static JsonNode first(String text) {
        return read(text, MAPPER, false);
    }

    /** Reads the only value of {@code text}. */
    static JsonNode only(String text) {
        return read(text, STRICT, true);
    }

    private static JsonNode read(String text, ObjectMapper mapper, boolean isOnly) {
        try (JsonParser parser = mapper.createParser(text)) {
            JsonNode node = mapper.readTree(parser);
            if (isOnly && parser.nextToken() != null) {
                throw bad("a body must be one value, but has something after it");
            }
            if (node == null || node.isMissingNode()) {
                throw bad("EOF");
            }
            return node;
        } catch (JacksonException e) {
            // Without what the parser says of where the text came from: it came in this call.
            throw bad(e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ", "["));
        } catch (IOException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    static Body of(JsonNode node, String type) {
        if (!node.isObject() && !node.isNull()) {
            throw bad("json: cannot unmarshal " + kind(node) + " into Go value of type " + type);
        }
        return new Body(node, type);
    }

    static List<Body> list(JsonNode node, String type) {
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw bad("json: cannot unmarshal " + kind(node) + " into Go value of type []" + type);
        }
        List<Body> all = new ArrayList<>();
        node.forEach(each -> all.add(of(each, type)));
        return all;
    }

    /** Refuses fields that would be skipped: on routes of our own, what is misspelled must not pass for what is left out. */
    void requireOnly(String... fields) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (List.of(fields).stream().noneMatch(each.getKey()::equalsIgnoreCase)) {
                throw bad("unknown field '" + each.getKey() + "' of " + type + ", which has "
                        + String.join(", ", fields));
            }
        }
    }

    boolean has(String field) {
        return node.properties().stream()
                .anyMatch(each -> each.getKey().equalsIgnoreCase(field)
                        && !each.getValue().isNull());
    }

    List<Body> list(String field, String typeOfEach) {
        JsonNode value = find(field, JsonNodeType.ARRAY, "[]" + typeOfEach);
        return value == null ? List.of() : list(value, typeOfEach);
    }

    String text(String field, String otherwise) {
        JsonNode value = find(field, JsonNodeType.STRING, "string");
        return value == null ? otherwise : value.textValue();
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = find(field, JsonNodeType.BOOLEAN, "bool");
        return value == null ? otherwise : value.booleanValue();
    }

    long whole(String field, long otherwise) {
        JsonNode value = find(field, JsonNodeType.NUMBER, "int64");
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType("number " + value, field, "int64");
        }
        return value.longValue();
    }

    float fraction(String field, float otherwise) {
        JsonNode value = find(field, JsonNodeType.NUMBER, "float32");
        if (value == null) {
            return otherwise;
        }
        float number = value.floatValue();
        if (Float.isInfinite(number)) {
            throw wrongType("number " + value, field, "float32");
        }
        return number;
    }

    Body object(String field, String typeOfIt) {
        JsonNode value = find(field, JsonNodeType.OBJECT, typeOfIt);
        return new Body(value == null ? MAPPER.nullNode() : value, typeOfIt);
    }

    private @Nullable JsonNode find(String field, JsonNodeType wanted, String goType) {
        JsonNode found = null;
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (each.getKey().equalsIgnoreCase(field) && !each.getValue().isNull()) {
                found = each.getValue();
                if (found.getNodeType() != wanted) {
                    throw wrongType(kind(found), field, goType);
                }
            }
        }
        return found;
    }

    private Refusal wrongType(String what, String field, String goType) {
        return bad("json: cannot unmarshal " + what + " into Go struct field " + type + "." + field + " of type "
                + goType);
    }

    private static String kind(JsonNode node) {
        return node.getNodeType() == JsonNodeType.BOOLEAN
                ? "bool"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    static Refusal bad(String why) {
        return new Refusal(Refusal.Kind.INVALID, "bad request body: " + why);
    }
}
