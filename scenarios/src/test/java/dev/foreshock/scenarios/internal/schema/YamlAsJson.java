package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML the way an editor does before it asks a schema: by the core schema, not by ours, with keys as written. */
final class YamlAsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlAsJson() {}

    static JsonNode read(Path file) throws IOException {
        return Objects.requireNonNull(parse(Files.readString(file)));
    }

    /** Returns the value of {@code yaml}; null if it is not one document of YAML, or has what JSON has not. */
    static @Nullable JsonNode parse(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return new Compose(settings)
                    .composeString(yaml)
                    .map(YamlAsJson::json)
                    .orElse(JSON.nullNode());
        } catch (YamlEngineException | IllegalArgumentException e) {
            return null;
        }
    }

    private static JsonNode json(Node node) {
        if (node instanceof MappingNode map) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple entry : map.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw new IllegalArgumentException("JSON has no such keys");
                }
                if (object.has(key.getValue())) {
                    throw new IllegalArgumentException("JSON has each key once");
                }
                object.set(key.getValue(), json(entry.getValueNode()));
            }
            return object;
        } else if (node instanceof SequenceNode list) {
            ArrayNode array = JSON.arrayNode();
            list.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (node.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        } else if (node.getTag().equals(Tag.INT)) {
            return text.startsWith("0x")
                    ? JSON.numberNode(new BigInteger(text.substring(2), 16))
                    : text.startsWith("0o")
                            ? JSON.numberNode(new BigInteger(text.substring(2), 8))
                            : JSON.numberNode(new BigInteger(text));
        } else if (node.getTag().equals(Tag.FLOAT)) {
            BigDecimal number = new BigDecimal(text); // not a number: refused
            // The validator cannot hold a number beyond a double, and no setting takes one.
            return Double.isInfinite(number.doubleValue()) ? JSON.textNode(text) : JSON.numberNode(number);
        }
        return JSON.textNode(text);
    }
}
