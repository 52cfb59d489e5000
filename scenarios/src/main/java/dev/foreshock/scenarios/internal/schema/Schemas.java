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

    private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+)*";

    /** What a key looks like that neither is a name nor starts with x-. */
    private static final String NO_NAME = "^(?!x-|" + NAME + "$)";

    private static final String SHOWABLE = "^[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*$";

    private static final String LEFT_OUT = "left-out";

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

    /** Returns a choice; the ways of a choice within it are its own, which reads better in hovers. */
    static ObjectNode anyOf(ObjectNode... schemas) {
        ArrayNode all = JSON.arrayNode();
        for (ObjectNode schema : schemas) {
            if (schema.size() == 1 && schema.get("anyOf") instanceof ArrayNode ways) {
                all.addAll(ways);
            } else {
                all.add(schema);
            }
        }
        ObjectNode schema = JSON.objectNode();
        schema.set("anyOf", all);
        return schema;
    }

    /** Lets a value be left out by a null. */
    static ObjectNode orNull(ObjectNode schema) {
        return anyOf(schema, reference(LEFT_OUT));
    }

    /**
     * Adds what {@link #orNull} refers to. Said backwards, or language servers would propose a null wherever a value is
     * asked for; described, or they would take the ways of a choice for one and show what it is called once for each.
     */
    static void define(ObjectNode definitions) {
        ObjectNode left = object();
        left.set("not", types("string", "number", "boolean", "object", "array"));
        definitions.set(LEFT_OUT, left.put("description", "Nothing: as if it were not there."));
    }

    private static ObjectNode nothing() {
        return of("type", "null");
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
        ((ObjectNode) schema.get("patternProperties")).put(NO_NAME, false);
        schema.set("additionalProperties", orNull(values));
        return schema;
    }

    /** Lets keys of {@code map} that match {@code pattern} have no value but null. */
    static void onlyNull(ObjectNode map, String pattern) {
        ((ObjectNode) map.get("patternProperties")).set(pattern, nothing());
    }

    /** Lets the maps in {@code schema} have keys that are no names, such as selectors. */
    static ObjectNode withoutNames(ObjectNode schema) {
        schema.findParents("patternProperties")
                .forEach(map -> ((ObjectNode) map.get("patternProperties")).remove(NO_NAME));
        return schema;
    }

    /** Returns one name or a list of names. */
    static ObjectNode names() {
        ObjectNode name = types("string", "number", "boolean").put("pattern", "^\\s*" + NAME + "\\s*$");
        ObjectNode list = of("type", "array");
        list.set("items", name);
        return anyOf(name.deepCopy(), list);
    }

    /** Lets a text, or the one of a choice, have only what can be shown: see {@link dev.foreshock.engine.describe.Printable}. */
    static void showable(ObjectNode text) {
        ObjectNode one = text.has("anyOf") ? (ObjectNode) text.get("anyOf").get(0) : text;
        one.put("pattern", SHOWABLE);
    }

    /** Returns anything, of which the names at its top can be shown, as all names must. */
    static ObjectNode anything(String about) {
        ObjectNode schema = of("description", about);
        schema.putObject("propertyNames").put("pattern", SHOWABLE);
        return schema;
    }

    /** Returns a map of labels: {@code is} is none, it stands for the kind. */
    static ObjectNode labels() {
        ObjectNode labels = mapOf(types("string", "number", "boolean").put("pattern", "^[\\p{L}\\p{N}_.-]{1,200}$"));
        labels.putObject("properties")
                .set("is", nothing().put("description", "Not a label: it stands for the kind in selectors."));
        return labels;
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
