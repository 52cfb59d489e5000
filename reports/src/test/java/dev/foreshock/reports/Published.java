package dev.foreshock.reports;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, for tests to hold what is written against. */
final class Published {
    private static final Path DIRECTORY = Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema");

    private Published() {}

    /** Returns what in {@code json} the schema called {@code name} does not allow. */
    static List<String> violations(String name, String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(DIRECTORY.resolve(name + "-v1.json")), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
