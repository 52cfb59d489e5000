package dev.foreshock.faults.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The JSON of the API. */
public final class ApiJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final int MOST_SAID = 200;

    private ApiJson() {}

    /**
     * Reads what {@code GET /proxies} says.
     *
     * @param otherwise makes the exception for what cannot be read
     */
    public static SortedMap<String, ProxyState> proxies(String body, Function<String, ControlException> otherwise)
            throws ControlException {
        SortedMap<String, ProxyState> proxies = new TreeMap<>();
        try {
            JsonNode all = JSON.readTree(body);
            if (!all.isObject()) {
                throw otherwise.apply("it must be a JSON object");
            }
            for (Map.Entry<String, JsonNode> entry : all.properties()) {
                proxies.put(entry.getKey(), proxy(entry.getKey(), entry.getValue(), otherwise));
            }
        } catch (JsonProcessingException e) {
            throw otherwise.apply(e.getOriginalMessage());
        }
        return proxies;
    }

    private static ProxyState proxy(String name, JsonNode proxy, Function<String, ControlException> otherwise)
            throws JsonProcessingException, ControlException {
        // What is missing must not be taken for "no toxics" or "enabled": that would pass for a clean state.
        if (!proxy.path("enabled").isBoolean() || !proxy.path("toxics").isArray()) {
            throw otherwise.apply("proxy '" + name + "' must have enabled and toxics");
        }
        List<ToxicState> toxics = new ArrayList<>();
        for (JsonNode toxic : proxy.get("toxics")) {
            toxics.add(toxic(name, toxic, otherwise));
        }
        return new ProxyState(
                name,
                proxy.path("listen").asText(),
                proxy.path("upstream").asText(),
                proxy.get("enabled").booleanValue(),
                toxics);
    }

    private static ToxicState toxic(String proxy, JsonNode toxic, Function<String, ControlException> otherwise)
            throws JsonProcessingException, ControlException {
        if (!toxic.path("name").isTextual()) {
            throw otherwise.apply("each toxic of '" + proxy + "' must have a name");
        }
        return new ToxicState(
                toxic.get("name").textValue(),
                toxic.path("type").asText(),
                toxic.path("stream").asText(),
                toxic.path("toxicity").asDouble(1),
                sorted(toxic.path("attributes")));
    }

    private static String sorted(JsonNode attributes) throws JsonProcessingException {
        return attributes.isObject() ? JSON.writeValueAsString(JSON.treeToValue(attributes, Object.class)) : "{}";
    }

    /** Returns the body that creates a toxic. */
    public static String of(ToxicState toxic) {
        ObjectNode body = JSON.createObjectNode()
                .put("name", toxic.name())
                .put("type", toxic.type())
                .put("stream", toxic.stream())
                .put("toxicity", toxic.toxicity());
        try {
            body.set("attributes", JSON.readTree(toxic.attributes()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("attributes must be a JSON object, but were " + toxic.attributes(), e);
        }
        return body.toString();
    }

    /** Returns the body that creates a proxy. */
    public static String of(ProxyState proxy) {
        return JSON.createObjectNode()
                .put("name", proxy.name())
                .put("listen", proxy.listen())
                .put("upstream", proxy.upstream())
                .put("enabled", proxy.enabled())
                .toString();
    }

    /** Returns what an answer that refuses says, whatever it is made of. */
    public static String message(String body) {
        try {
            String error = JSON.readTree(body).path("error").asText();
            if (!error.isEmpty()) {
                return error;
            }
        } catch (JsonProcessingException e) {
            // then the body itself is what was said
        }
        String text = body.strip();
        return text.length() > MOST_SAID ? text.substring(0, MOST_SAID) + "..." : text;
    }
}
