package dev.foreshock.cli.internal.console;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas that are published beside the reference, for tests to hold real output against. */
public final class PublishedSchema {
    private static final Path DIRECTORY = Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema");

    private PublishedSchema() {}

    /** Returns what in {@code json} the schema in {@code file} does not allow. */
    public static List<String> violations(String file, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(DIRECTORY.resolve(file)), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
