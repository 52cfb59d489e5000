package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foreshock.cli.internal.console.Console;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code foreshock check} writes for programs follows their formats, whatever is found. */
class CheckFormatsTest {
    private static final Path ROOT = Path.of(System.getProperty("foreshock.root", ".."));
    private static final Path FIXTURES = ROOT.resolve("scenarios/src/test/resources/errors");
    private static final Path PUBLISHED = ROOT.resolve("docs/reference/schema/check-v1.json");
    private static final String BAD = """
            foreshock: 1
            semantics: 2026.1
            scenario: bad
            clock: 2026-03-14T08:00Z .. 09:00
            components:
              web: { is: sever, workers: 10, work: 20ms, calls: { db: { timeout: 1s } } }
              db: { is: database, pool: 5, query: exponential(mean 5ms) }
            users:
              shopper: { enters: web, visit: { pages: 3, think: 5s .. 30s } }
            traffic:
              shopper: { usual: 4/s }
            about: once
            about: again
            """;

    @TempDir
    Path directory;

    /** Every fixture of the language, a sound scenario, and what is wrong on the command line. */
    static Stream<List<String>> inputs() throws Exception {
        List<List<String>> fixtures;
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            fixtures = files.filter(file -> file.getFileName().toString().startsWith("scenario."))
                    .map(file -> List.of(file.toString()))
                    .toList();
        }
        return Stream.concat(
                fixtures.stream(),
                Stream.of(
                        List.of("viral-promo-surge"),
                        List.of("viral-promo-surge", "viral-promo-surg"),
                        List.of("viral-promo-surge", "--set", "web.wrkers=3"),
                        List.of("viral-promo-surge", "--variant", "capcity"),
                        List.of("no\"where \u00e9%20.yaml", "\u001b[31m.yaml")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void jsonFollowsThePublishedSchema(List<String> arguments) throws Exception {
        assertThat(errors(Files.readString(PUBLISHED), check(arguments, "--json")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void sarifFollowsTheSchemaOfItsStandard(List<String> arguments) throws Exception {
        assertThat(errors(sarifSchema(), check(arguments, "--format", "sarif"))).isEmpty();
    }

    @Test
    void theSchemasNoticeWhatIsWrong() throws Exception {
        List<String> bad = List.of(write("bad.yaml", BAD));
        String schema = Files.readString(PUBLISHED);
        String json = check(bad, "--json");
        String sarif = check(bad, "--format", "sarif");
        assertThat(errors(schema, json.replace("endColumn", "end"))).isNotEmpty();
        assertThat(errors(schema, json.replace("\"replacement\" : \"server\"", "\"replacement\" : null")))
                .isNotEmpty();
        assertThat(errors(sarifSchema(), sarif.replace("startColumn", "start"))).isNotEmpty();
        assertThat(errors(sarifSchema(), sarif.replace("\"level\" : \"error\"", "\"level\" : \"bad\"")))
                .isNotEmpty();
    }

    @Test
    void jsonSaysWhereWhyAndWhatInstead() throws Exception {
        JsonNode json = read(List.of(write("bad.yaml", BAD), "real-burst"), "--json");
        assertThat(json.at("/ok").asBoolean()).isFalse();
        assertThat(json.at("/scenarios/0/ok").asBoolean()).isFalse();
        assertThat(json.at("/scenarios/1/name").asText()).isEqualTo("real-burst");
        JsonNode kind = json.at("/diagnostics/0");
        assertThat(kind.at("/code").asText()).isEqualTo("E0203");
        assertThat(kind.at("/line").asInt()).isEqualTo(6);
        assertThat(kind.at("/column").asInt()).isEqualTo(14);
        assertThat(kind.at("/endColumn").asInt()).isEqualTo(19);
        assertThat(kind.at("/replacement").asText()).isEqualTo("server");
        assertThat(json.at("/diagnostics/1/notes/0/line").asInt()).isEqualTo(12);
    }

    @Test
    void whatTwoScenariosShareIsSaidOnce() throws Exception {
        String file = write("bad.yaml", BAD);
        assertThat(read(List.of(file, file), "--json").at("/diagnostics")).hasSize(2);
    }

    @Test
    void sarifNamesFilesFromTheWorkingDirectoryAndOffersTheFix() throws Exception {
        Files.createDirectories(directory.resolve("my scenarios"));
        JsonNode run = read(List.of(write("my scenarios/b\u00e4d.yaml", BAD)), "--format", "sarif")
                .at("/runs/0");
        JsonNode result = run.at("/results/0");
        JsonNode location = result.at("/locations/0/physicalLocation");
        assertThat(location.at("/artifactLocation/uri").asText()).isEqualTo("my%20scenarios/b%C3%A4d.yaml");
        assertThat(location.at("/region")).hasToString("{\"startLine\":6,\"startColumn\":14,\"endColumn\":19}");
        JsonNode change = result.at("/fixes/0/artifactChanges/0/replacements/0");
        assertThat(change.at("/deletedRegion")).isEqualTo(location.at("/region"));
        assertThat(change.at("/insertedContent/text").asText()).isEqualTo("server");
        JsonNode rule = run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
        assertThat(rule.at("/id").asText()).isEqualTo(result.at("/ruleId").asText());
        String related = "/results/1/relatedLocations/0/physicalLocation/region/startLine";
        assertThat(run.at(related).asInt()).isEqualTo(12);
    }

    @Test
    void aFingerprintStaysWhenLinesMoveAndEqualOnesAreToldApart() throws Exception {
        String twice = BAD + "about: again\n";
        String moved = BAD.replace("users:", "# one more line\nusers:") + "about: again\n";
        List<String> before = fingerprints(write("bad.yaml", twice));
        List<String> after = fingerprints(write("bad.yaml", moved));
        assertThat(after).isEqualTo(before).doesNotHaveDuplicates().hasSize(3);
        assertThat(fingerprints(write("other.yaml", twice))).doesNotContainAnyElementsOf(before);
    }

    @Test
    void annotationsAreEscaped() throws Exception {
        String file = write("a,b:c%.yaml", BAD);
        assertThat(check(List.of(file), "--format", "github").lines())
                .contains("::error file=a%2Cb%3Ac%25.yaml,line=13,col=1,endColumn=6,title=E0009%3A a key given twice::"
                        + "'about' must be given once, but is here again%0Ahelp: remove one of the two");
        assertThat(check(List.of("x\n::stop"), "--format", "github").lines()).hasSize(1);
        assertThat(check(List.of("viral-promo-surg"), "--format", "github")).startsWith("::error title=E0013%3A ");
    }

    @Test
    void theWorstTenAnnotationsAreWritten() throws Exception {
        Files.copy(FIXTURES.resolve("W0401/burst.csv"), directory.resolve("b.csv"));
        String burst = "usual: 4/s, burst: { is: recorded, file: b.csv }";
        String warned = write("a-warned.yaml", BAD.replace("usual: 4/s", burst));
        List<String> lines =
                check(List.of(warned), "--format", "github").lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).startsWith("::warning file=a-warned.yaml,line=11,");
        String many = write("many.yaml", BAD + "about: x\n".repeat(7));
        assertThat(check(List.of(warned, many), "--format", "github").lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("::error "));
    }

    @Test
    void inGithubActionsTextIsFollowedByAnnotationsAndNothingElseIs() throws Exception {
        String file = write("bad.yaml", BAD);
        Console actions = new Console(directory, false, Map.of("GITHUB_ACTIONS", "true"));
        actions.run("check", file);
        assertThat(actions.out()).startsWith("error[E0203]").contains("\n::error file=bad.yaml,line=6,");
        actions.run("check", file, "--json");
        assertThat(actions.out()).startsWith("{").doesNotContain("::error");
        assertThat(check(List.of(file))).doesNotContain("::error");
    }

    private List<String> fingerprints(String file) throws Exception {
        return read(List.of(file), "--format", "sarif")
                .at("/runs/0/results")
                .findValuesAsText("primaryLocationLineHash");
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private JsonNode read(List<String> arguments, String... options) throws Exception {
        return new ObjectMapper().readTree(check(arguments, options));
    }

    private String check(List<String> arguments, String... options) {
        Console console = new Console(directory);
        int code = console.run(Stream.of(Stream.of("check"), arguments.stream(), Stream.of(options))
                .flatMap(each -> each)
                .toArray(String[]::new));
        assertThat(code).isIn(0, 3);
        assertThat(console.err()).isEmpty();
        return console.out();
    }

    private static String sarifSchema() throws Exception {
        try (InputStream in = CheckFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<com.networknt.schema.Error> errors(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema, InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
