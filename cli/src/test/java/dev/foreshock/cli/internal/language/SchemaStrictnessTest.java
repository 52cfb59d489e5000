package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The schemas that are written by hand leave nothing open: no field without a type, no object for further fields, no number without a unit. */
class SchemaStrictnessTest {
    private static final List<String> TYPES = List.of("type", "const", "enum", "$ref", "oneOf");
    private static final List<String> UNITS = List.of("Seconds", "Minutes", "Nanos", "Share", "PerSecond");

    private final List<String> open = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            names = {"scenario", "system", "overlay", "target"},
            mode = Mode.EXCLUDE)
    void nothingIsLeftOpen(SchemaCommand.Published what) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(PublishedSchema.DIRECTORY.resolve(what + "-v1.json").toFile());
        assertThat(schema.path("title").asText()).isNotEmpty();
        assertThat(schema.path("description").asText()).isNotEmpty();
        look(schema, "");
        schema.path("definitions").properties().forEach(each -> look(each.getValue(), "#" + each.getKey()));
        assertThat(open).isEmpty();
    }

    /** Of files that are read, descriptions come from the records that they are read into; of those that are written, they are written by hand. */
    @ParameterizedTest
    @EnumSource
    void everyPropertyIsDescribed(SchemaCommand.Published what) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(PublishedSchema.DIRECTORY.resolve(what + "-v1.json").toFile());
        describe(schema, "");
        assertThat(open).isEmpty();
    }

    @Test
    void aPropertyWithoutADescriptionIsFound() throws IOException {
        describe(new ObjectMapper().readTree("""
                { "properties": {
                    "a": { "type": "number" },
                    "b": { "type": "object", "description": "B.", "properties": { "c": { "type": "number" } } },
                    "d": { "$ref": "#/definitions/x/properties/y" } },
                  "if": { "properties": { "is": { "const": "x" } } },
                  "definitions": { "x": { "properties": { "y": { "type": "number", "description": " " } } } } }
                """), "");
        assertThat(open).containsExactly("/properties/a", "/properties/b/properties/c", "/definitions/x/properties/y");
    }

    /** Finds properties without a description. Conditions and choices speak of properties that are described elsewhere. */
    private void describe(JsonNode schema, String path) {
        schema.path("properties").properties().forEach(each -> {
            JsonNode property = each.getValue();
            boolean isElsewhere = property.isBoolean()
                    || path.contains("/oneOf/")
                    || property.findValuesAsText("$ref").stream().anyMatch(to -> to.contains("/properties/"));
            if (!isElsewhere && property.path("description").asText().isBlank()) {
                open.add(path + "/properties/" + each.getKey());
            }
        });
        schema.properties().forEach(each -> {
            if (!each.getKey().equals("if")) {
                describe(each.getValue(), path + "/" + each.getKey());
            }
        });
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            describe(schema.get(i), path + "/" + i);
        }
    }

    @Test
    void whatIsOpenIsFound() throws IOException {
        look(new ObjectMapper().readTree("""
                { "type": "object", "properties": {
                    "a": {}, "b": { "type": "number" }, "c": { "type": "array" }, "d": { "type": "object" } } }
                """), "");
        assertThat(open)
                .containsExactly(
                        " may have other fields",
                        "/a may be anything",
                        "/b is a number without a unit",
                        "/c is a list of anything",
                        "/d may have other fields");
    }

    private void look(JsonNode schema, String path) {
        boolean isObject = schema.path("type").asText().equals("object");
        JsonNode more = schema.path("additionalProperties");
        if (isObject && more.isObject()) {
            field(schema, more, path + "/*");
        } else if (isObject && !(more.isBoolean() && !more.asBoolean())) {
            open.add(path + " may have other fields");
        } else if (isObject && !schema.has("required") && !schema.has("dependencies")) {
            open.add(path + " needs none of its fields");
        }
        schema.path("properties")
                .properties()
                .forEach(each -> field(schema, each.getValue(), path + "/" + each.getKey()));
        if (schema.path("type").asText().equals("array") && !schema.has("items")) {
            open.add(path + " is a list of anything");
        }
        if (schema.has("items")) {
            field(schema, schema.get("items"), path + "/[]");
        }
    }

    private void field(JsonNode of, JsonNode field, String path) {
        if (TYPES.stream().noneMatch(field::has)) {
            open.add(path + " may be anything");
        }
        boolean isNumber = field.path("type").toString().contains("\"number\"");
        boolean isOfAUnit = field.has("description")
                || of.has("description")
                || UNITS.stream().anyMatch(path::endsWith);
        if (isNumber && !isOfAUnit) {
            open.add(path + " is a number without a unit");
        }
        look(field, path);
    }
}
