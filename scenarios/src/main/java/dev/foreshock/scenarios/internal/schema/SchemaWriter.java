package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.scenarios.internal.layer.OverlayHead;
import dev.foreshock.scenarios.internal.layer.Reserved;
import dev.foreshock.scenarios.internal.layer.ScenarioHead;
import dev.foreshock.scenarios.internal.layer.Sections;
import dev.foreshock.scenarios.internal.layer.SystemHead;
import dev.foreshock.scenarios.internal.layer.TargetHead;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the JSON Schemas (draft 7) of scenario and system files, for completion and hover in editors. */
public final class SchemaWriter {

    /** A name, not an address: nothing has to be reachable for it to stay true. */
    private static final String BASE = "urn:foreshock:schema:";

    private static final List<String> PARTS = List.of("components", "classes", "defaults");

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
        ObjectNode whole = file(settings, definitions, false);
        ObjectNode over = file(settings, definitions, true);
        // Over another scenario a file need not be whole.
        ObjectNode file = Schemas.of("type", "object");
        file.set("properties", described(settings));
        file.putObject("if").putArray("required").add("from");
        file.set("then", over);
        file.set("else", whole);
        return text("scenario-v1", "A Foreshock scenario", file, definitions, over, whole);
    }

    /** Returns the schema of system files. */
    public String system() {
        ObjectNode definitions = Schemas.object();
        ObjectNode file = file(Shape.of(SystemHead.class).settings(), definitions, true);
        ((ArrayNode) file.get("required")).add("system");
        return text("system-v1", "A Foreshock system", file, definitions, file);
    }

    /** Returns the schema of overlay files. */
    public String overlay() {
        List<Setting> settings = new ArrayList<>(Shape.of(OverlayHead.class).settings());
        List<String> known = settings.stream().map(Setting::key).toList();
        for (Class<?> record : List.of(ScenarioHead.class, Scenario.class)) {
            Shape.of(record).settings().stream()
                    .filter(setting -> Sections.isChangeable(setting.key()) && !known.contains(setting.key()))
                    .forEach(settings::add);
        }
        ObjectNode definitions = Schemas.object();
        ObjectNode file = file(settings, definitions, true);
        ((ArrayNode) file.get("required")).add("overlay");
        return text("overlay-v1", "A Foreshock overlay", file, definitions, file);
    }

    /** Returns the schema of target files. */
    public String target() {
        ObjectNode definitions = Schemas.object();
        ObjectNode file = new SchemaBuilder(catalog, definitions, false).settings(targetSettings());
        return text("target-v1", "A Foreshock target", file, definitions, file);
    }

    /** Returns what a target's file may hold: what it says about itself, and its sections. */
    static List<Setting> targetSettings() {
        List<Setting> settings = new ArrayList<>(Shape.of(TargetHead.class).settings());
        settings.addAll(Shape.of(TargetSpec.class).settings());
        return settings;
    }

    /** Returns the schema of a file with these settings; {@code isPart} if what is missing may be below it. */
    private ObjectNode file(List<Setting> settings, ObjectNode definitions, boolean isPart) {
        SchemaBuilder parts = new SchemaBuilder(catalog, definitions, true);
        ObjectNode file = new SchemaBuilder(catalog, definitions, isPart).settings(settings);
        ObjectNode properties = (ObjectNode) file.get("properties");
        for (Setting setting : settings) {
            // What a component lacks may come from what it is like, or from defaults.
            if (PARTS.contains(setting.key())) {
                properties.set(
                        setting.key(),
                        Schemas.orNull(parts.schema(setting.type())).put("description", setting.doc()));
            }
        }
        if (properties.has("needs")) {
            ObjectNode needs = (ObjectNode) properties.get("needs");
            properties.set(
                    "needs",
                    Schemas.orNull(Schemas.names())
                            .put("description", needs.path("description").asText()));
        }
        if (properties.has("variants")) {
            properties.set("variants", variants(parts).put("description", doc("variants")));
        }
        Reserved.sections().forEach((name, about) -> {
            if (!properties.has(name) && !properties.has("needs")) {
                properties.set(name, Schemas.anything(about + " Kept for a later version."));
            }
        });
        if (isPart) {
            file.set("required", file.arrayNode().add("foreshock").add("semantics"));
        }
        return file;
    }

    /** Returns the settings with nothing but what they are for, where what they take is said elsewhere. */
    private static ObjectNode described(List<Setting> settings) {
        ObjectNode properties = Schemas.object();
        settings.forEach(
                setting -> properties.set(setting.key(), Schemas.object().put("description", setting.doc())));
        return properties;
    }

    private static ObjectNode variants(SchemaBuilder parts) {
        ObjectNode list = Schemas.of("type", "array");
        list.set("items", Schemas.types("string", "number", "boolean"));
        ObjectNode changes =
                parts.settings(Shape.of(ScenarioHead.VariantForm.class).settings());
        ObjectNode properties = (ObjectNode) changes.get("properties");
        String about = properties.path("set").path("description").asText();
        properties.putObject("set").put("type", "object").put("description", about);
        changes.putArray("required").add("set");
        changes.put("additionalProperties", false);
        return Schemas.orNull(Schemas.withoutNames(Schemas.mapOf(Schemas.anyOf(changes, list))));
    }

    private static String doc(String key) {
        Setting setting = Shape.of(ScenarioHead.class).setting(key);
        return setting == null ? "" : setting.doc();
    }

    private static String text(
            String name, String title, ObjectNode file, ObjectNode definitions, ObjectNode... withHeader) {
        String kind = name.substring(0, name.indexOf('-'));
        Stream.of(withHeader).map(each -> (ObjectNode) each.get("properties")).forEach(properties -> {
            header(properties);
            Schemas.showable((ObjectNode) properties.get(kind));
        });
        ObjectNode schema = Schemas.of("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", BASE + name)
                .put("title", title);
        schema.setAll(file);
        Schemas.define(definitions);
        schema.set("definitions", definitions);
        return Schemas.text(schema);
    }

    private static void header(ObjectNode properties) {
        words((ObjectNode) properties.get("foreshock")).add(1).add("1");
        ArrayNode semantics = words((ObjectNode) properties.get("semantics"));
        for (Semantics version : Semantics.values()) {
            semantics.add(Double.parseDouble(version.text())).add(version.text()); // YAML takes it for a number
        }
    }

    /** Makes a setting one of some words, to be added to what is returned; what is said about it stays. */
    private static ArrayNode words(ObjectNode setting) {
        String about = setting.path("description").asText();
        setting.removeAll();
        ArrayNode words = setting.putArray("enum");
        setting.put("description", about);
        return words;
    }
}
