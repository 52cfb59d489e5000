package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Pieces of JSON Schema, draft 7. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode of(String key, String value) {
        return JSON.objectNode().put(key, value);
    }

    static ObjectNode reference(String definition) {
        return of("$ref", "#/definitions/" + definition);
    }

    static ObjectNode string(String pattern) {
        return of("type", "string").put("pattern", pattern);
    }

    static ObjectNode types(String... types) {
        ArrayNode all = JSON.arrayNode();
        for (String type : types) {
            all.add(type);
        }
        ObjectNode schema = JSON.objectNode();
        schema.set("type", all);
        return schema;
    }

    static ObjectNode words(Collection<String> words) {
        ArrayNode all = JSON.arrayNode();
        words.forEach(all::add);
        ObjectNode schema = JSON.objectNode();
        schema.set("enum", all);
        return schema;
    }

    static ObjectNode anyOf(ObjectNode... schemas) {
        ArrayNode all = JSON.arrayNode();
        for (ObjectNode schema : schemas) {
            all.add(schema);
        }
        ObjectNode schema = JSON.objectNode();
        schema.set("anyOf", all);
        return schema;
    }

    static ObjectNode orNull(ObjectNode schema) {
        return anyOf(schema, of("type", "null"));
    }

    /** Returns an object whose keys that start with x- are free; what else it may have is up to the caller. */
    static ObjectNode map() {
        ObjectNode schema = of("type", "object");
        schema.putObject("patternProperties").putObject("^x-");
        return schema;
    }

    /** Returns a map from names to {@code values}, each of which may be null. */
    static ObjectNode mapOf(ObjectNode values) {
        ObjectNode schema = map();
        schema.set("propertyNames", string("^(?:x-[\\s\\S]*|[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)$"));
        schema.set("additionalProperties", orNull(values));
        return schema;
    }

    /** Lets the maps in {@code schema} have keys that are no names, such as selectors. */
    static void withoutNames(ObjectNode schema) {
        schema.findParents("propertyNames").forEach(map -> ((ObjectNode) map).remove("propertyNames"));
    }

    /** Returns a schema as the text of a file. */
    static String text(ObjectNode schema) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(indent))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
