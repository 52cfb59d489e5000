package dev.foreshock.scenarios.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.scenarios.Fixtures;
import dev.foreshock.scenarios.LanguageSchema;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas are those of the code, and they agree with the reader. */
class SchemaTest {

    private static final Path DOCS = Fixtures.MODULE.resolveSibling("docs/reference");
    private static final Path LIBRARY = Fixtures.MODULE.resolve("src/main/resources/library");

    private static final SchemaWriter WRITER = new SchemaWriter(Catalog.standard());

    static Stream<Path> files() throws IOException {
        List<Path> files;
        try (Stream<Path> library = Files.walk(LIBRARY);
                Stream<Path> fixtures = Files.walk(Path.of("src/test/resources"))) {
            files = Stream.concat(library, fixtures)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
        }
        return files.stream();
    }

    @Test
    void thePublishedSchemaOfScenariosIsCurrent() {
        Fixtures.assertCurrent(DOCS.resolve("schema/scenario-v1.json"), WRITER.scenario());
    }

    @Test
    void thePublishedSchemaOfSystemsIsCurrent() {
        Fixtures.assertCurrent(DOCS.resolve("schema/system-v1.json"), WRITER.system());
    }

    @Test
    void thePublishedSchemasOfOverlaysAndTargetsAreCurrent() {
        Fixtures.assertCurrent(DOCS.resolve("schema/overlay-v1.json"), LanguageSchema.overlay());
        Fixtures.assertCurrent(DOCS.resolve("schema/target-v1.json"), LanguageSchema.target());
    }

    @Test
    void thePublishedReferenceIsCurrent() {
        Fixtures.assertCurrent(DOCS.resolve("language.md"), ReferencePage.of(Catalog.standard()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatTheReaderAcceptsTheSchemaAccepts(Path file) throws IOException {
        boolean isSystem = file.getParent().endsWith("systems");
        LoadResult read = ScenarioLoader.standard().load(Source.file(file));
        if (isSystem || read.isUsable()) {
            assertThat(errors(file, isSystem)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"E0201", "E0202", "E0203", "E0204", "E0205", "E0206", "E0207", "E0301"})
    void theSchemaSeesMistakesOfSpellingToo(String code) throws IOException {
        boolean mayBePartOfASystem = List.of("E0202", "E0204").contains(code);
        Path file = Path.of("src/test/resources/errors", code, "scenario.yaml");
        assertThat(errors(file, false).isEmpty()).isEqualTo(mayBePartOfASystem);
    }

    @Test
    void theFirstLineOfALibraryFileNamesItsSchema() throws IOException {
        try (Stream<Path> library = Files.walk(LIBRARY)) {
            for (Path file :
                    library.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                String kind = Files.readAllLines(file).stream()
                        .filter(line -> line.matches("(system|scenario|overlay|target): [^{]*"))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .findFirst()
                        .orElseThrow();
                Path schema = file.getParent().relativize(DOCS.resolve("schema/" + kind + "-v1.json"));
                assertThat(file).content().startsWith("# yaml-language-server: $schema=" + schema + "\n");
            }
        }
    }

    @Test
    void theNameOfASchemaIsNoAddress() {
        assertThat(LanguageSchema.scenario()).contains("\"$id\" : \"urn:foreshock:schema:scenario-v1\"");
        assertThat(LanguageSchema.system()).contains("\"$id\" : \"urn:foreshock:schema:system-v1\"");
    }

    private static List<Error> errors(Path file, boolean isSystem) throws IOException {
        JsonNode json = YamlAsJson.read(file);
        return schema(isSystem ? WRITER.system() : WRITER.scenario())
                .validate(json.toString(), com.networknt.schema.InputFormat.JSON);
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }
}
