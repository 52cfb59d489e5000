package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an overlay says of when, of what and on what it was measured. */
class MeasuredOnTest {
    private static final String HEADER = "foreshock: 1\nsemantics: 2026.1\noverlay: calibrated\n";

    private static final String MEASURED = """
            measured:
              at: "2026-11-30T15:40:12Z"
              for: 10s
              scenario: shop
              variants: [more]
              sets: ["web.workers=3"]
              processors: 2
              jdk: 17
              os: Linux amd64
              parts: { db: "data in PostgreSQL, a primary and its standby" }
            """;

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private LoadedOverlay overlay(String text) throws IOException {
        return ScenarioLoader.standard().overlay(file("overlay.yaml", text));
    }

    @Test
    void anOverlaySaysWhatItWasMeasuredOn() throws IOException {
        LoadedOverlay loaded = overlay(HEADER + MEASURED);
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.kind()).isEqualTo(DocumentKind.OVERLAY);
        assertThat(loaded.measured())
                .isEqualTo(new MeasuredOn(
                        "2026-11-30T15:40:12Z",
                        Duration.ofSeconds(10),
                        "shop",
                        List.of(),
                        List.of("more"),
                        List.of("web.workers=3"),
                        2,
                        17,
                        "Linux amd64",
                        Map.of("db", "data in PostgreSQL, a primary and its standby")));
    }

    @Test
    void whatItWasMeasuredOnChangesNothing() throws IOException {
        Path scenario = file("scenario.yaml", Fixtures.small());
        LoadResult result = ScenarioLoader.standard()
                .load(
                        Source.file(scenario),
                        new Changes(List.of(file("overlay.yaml", HEADER + MEASURED)), List.of(), List.of()));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.scenario())
                .isNotNull()
                .isEqualTo(ScenarioLoader.standard().load(Source.file(scenario)).scenario());
    }

    @Test
    void anOverlayOfSomebodyElseSaysNothingOfIt() throws IOException {
        LoadedOverlay loaded = overlay(HEADER + "components: { web: { workers: 20 } }\n");
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.kind()).isEqualTo(DocumentKind.OVERLAY);
        assertThat(loaded.measured()).isNull();
    }

    @Test
    void whatIsNoOverlayIsToldApartFromWhatCannotBeRead() throws IOException {
        LoadedOverlay scenario = overlay(Fixtures.small());
        assertThat(scenario.kind()).isEqualTo(DocumentKind.SCENARIO);
        assertThat(scenario.measured()).isNull();
        LoadedOverlay missing = ScenarioLoader.standard().overlay(directory.resolve("none.yaml"));
        assertThat(missing.kind()).isNull();
        assertThat(missing.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FILE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at: "2026-11-30T15:40:12Z" | at: yesterday | VALUE | 'at' of 'measured' must be a point in time such as 2026-11-30T15:40:12Z, but was 'yesterday'
            processors: 2              | processors: 0 | RANGE | 'processors' must be between 1 and 1000000, but was 0
            jdk: 17                    | jdk: new      | VALUE | must be a whole number such as 5
            os: Linux amd64            | oss: Linux    | UNKNOWN_SETTING | 'oss' is not a setting of 'measured'
            """)
    void aMistakeInItIsFoundWhereverTheOverlayIsUsed(String was, String becomes, Code code, String said)
            throws IOException {
        Path overlay = file("overlay.yaml", HEADER + MEASURED.replace(was, becomes));
        Path scenario = file("scenario.yaml", Fixtures.small());
        LoadedOverlay alone = ScenarioLoader.standard().overlay(overlay);
        LoadResult used = ScenarioLoader.standard()
                .load(Source.file(scenario), new Changes(List.of(overlay), List.of(), List.of()));
        assertThat(alone.measured()).isNull();
        for (List<Diagnostic> found : List.of(alone.diagnostics(), used.diagnostics())) {
            assertThat(found).extracting(Diagnostic::code).contains(code);
            assertThat(found).anySatisfy(each -> assertThat(each.message()).contains(said));
            assertThat(found).allSatisfy(each -> assertThat(each.file()).endsWith("overlay.yaml"));
        }
    }

    @Test
    void itIsAMapWithWhatMustBeSaid() throws IOException {
        assertThat(overlay(HEADER + "measured: today\n").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.SHAPE);
        assertThat(overlay(HEADER + "measured: { scenario: shop }\n").diagnostics())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.code()).isEqualTo(Code.MISSING_SETTING));
    }
}
