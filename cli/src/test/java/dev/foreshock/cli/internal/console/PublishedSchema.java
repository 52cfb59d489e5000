package dev.foreshock.cli.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas that are published beside the reference, for tests to hold real output against. */
public final class PublishedSchema {
    public static final Path DIRECTORY = Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema");

    /** Objects whose fields are called by what they tell of: their names are anybody's. */
    private static final Set<String> MAPS = Set.of(
            "changes",
            "components",
            "costs",
            "fails",
            "faults",
            "gauges",
            "levels",
            "measures",
            "others",
            "perYear",
            "rules",
            "sameAs",
            "worth");

    private final Schema schema;
    private final JsonNode root;
    private final Set<String> tried = new HashSet<>();
    private final List<String> unnoticed = new ArrayList<>();

    private PublishedSchema(Schema schema, JsonNode root) {
        this.schema = schema;
        this.root = root;
    }

    /** Returns what in {@code json} the schema in {@code file} does not allow. */
    public static List<String> violations(String file, String json) throws IOException {
        return schema(file).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Returns what in the JSON files of a directory the schemas that are called like them do not allow; a file without a schema is one, too. */
    public static List<String> violationsIn(Path directory) throws IOException {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                String name = file.getFileName().toString().replace(".json", "-v1.json");
                if (Files.exists(DIRECTORY.resolve(name))) {
                    violations(name, Files.readString(file)).forEach(found -> violations.add(file + ": " + found));
                } else {
                    violations.add(file + " must have a published schema, " + name + ", but has none");
                }
            }
        }
        return violations;
    }

    /**
     * Returns the changes of {@code json} that the schema in {@code file} would not notice: a field that has another name, or holds something
     * of another type. Each field is tried once, however many objects of a list have it.
     */
    public static List<String> unnoticed(String file, String json) throws IOException {
        PublishedSchema trial = new PublishedSchema(schema(file), new ObjectMapper().readTree(json));
        trial.change(trial.root, "", "");
        return trial.unnoticed;
    }

    private static Schema schema(String file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(DIRECTORY.resolve(file)), InputFormat.JSON);
    }

    private void change(JsonNode at, String name, String path) {
        if (at instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                // Of a gate of a comparison there is a list, and an object by their names.
                boolean isMap = MAPS.contains(name) || path.equals("/gates");
                String place = path + "/" + (isMap ? "*" : field);
                if (tried.add(place)) {
                    change(object, field, place, isMap);
                }
                change(object.get(field), field, place);
            }
        } else {
            at.forEach(item -> change(item, "", path + "/[]"));
        }
    }

    private void change(ObjectNode object, String field, String place, boolean isMap) {
        JsonNode value = object.get(field);
        object.set(field, value.isBoolean() ? IntNode.valueOf(7) : BooleanNode.TRUE);
        note(place + " of another type");
        object.remove(field);
        if (!isMap) {
            object.set("odd-" + field, value);
            note(place + " under another name");
            object.remove("odd-" + field);
        }
        object.set(field, value);
    }

    private void note(String change) {
        if (schema.validate(root.toString(), InputFormat.JSON).isEmpty()) {
            unnoticed.add(change);
        }
    }
}
