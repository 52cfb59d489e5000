package dev.foreshock.scenarios.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML the way an editor does before it asks a schema: by the core schema, not by ours. */
final class YamlAsJson {

    private YamlAsJson() {}

    static JsonNode read(Path file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new ObjectMapper().valueToTree(new Load(settings).loadFromString(Files.readString(file)));
    }
}
