package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.scenarios.internal.document.ScenarioHead;
import dev.foreshock.scenarios.internal.document.SystemHead;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import java.util.ArrayList;
import java.util.List;

/** Writes the JSON Schemas (draft 7) of scenario and system files, for completion and hover in editors. */
public final class SchemaWriter {

    private static final String BASE = "https://foreshock.dev/schema/";

    private final Catalog catalog;

    public SchemaWriter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the schema of scenario files. */
    public String scenario() {
        List<Setting> settings = new ArrayList<>(Shape.of(ScenarioHead.class).settings());
        Shape.of(Scenario.class).settings().stream()
                .filter(setting -> !setting.key().equals("system"))
                .forEach(settings::add);
        ObjectNode definitions = Schemas.object();
        SchemaBuilder parts = new SchemaBuilder(catalog, definitions, true);
        ObjectNode file = new SchemaBuilder(catalog, definitions, false).settings(settings);
        ObjectNode properties = (ObjectNode) file.get("properties");
        Shape.of(ScenarioHead.class).settings().stream()
                .filter(setting -> setting.key().equals("components"))
                .forEach(setting -> properties.set(
                        "components",
                        Schemas.orNull(parts.schema(setting.type())).put("description", setting.doc())));
        properties.set("variants", variants().put("description", doc("variants")));
        return text("scenario-v1.json", "A Foreshock scenario", file, definitions);
    }

    /** Returns the schema of system files. */
    public String system() {
        ObjectNode definitions = Schemas.object();
        ObjectNode file = new SchemaBuilder(catalog, definitions, false)
                .settings(Shape.of(SystemHead.class).settings());
        return text("system-v1.json", "A Foreshock system", file, definitions);
    }

    private static ObjectNode variants() {
        ObjectNode list = Schemas.of("type", "array");
        list.set("items", Schemas.types("string", "number", "boolean"));
        ObjectNode changes = Schemas.map();
        changes.putObject("properties").putObject("set").put("type", "object");
        changes.putArray("required").add("set");
        changes.put("additionalProperties", false);
        return Schemas.orNull(Schemas.mapOf(Schemas.anyOf(changes, list)));
    }

    private static String doc(String key) {
        Setting setting = Shape.of(ScenarioHead.class).setting(key);
        return setting == null ? "" : setting.doc();
    }

    private static String text(String name, String title, ObjectNode file, ObjectNode definitions) {
        ObjectNode properties = (ObjectNode) file.get("properties");
        ((ObjectNode) properties.get("foreshock"))
                .removeAll()
                .putArray("enum")
                .add(1)
                .add("1");
        ArrayNode semantics =
                ((ObjectNode) properties.get("semantics")).removeAll().putArray("enum");
        for (Semantics version : Semantics.values()) {
            semantics.add(Double.parseDouble(version.text())).add(version.text()); // YAML takes it for a number
        }
        ObjectNode schema = Schemas.of("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", BASE + name)
                .put("title", title);
        schema.setAll(file);
        schema.set("definitions", definitions);
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
