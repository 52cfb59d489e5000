package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Caution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is legal and odd is a warning at its line: once, and for a variant where the variant brings it. */
class OdditiesTest {

    private static final String SLOW = Fixtures.small().replace("timeout: 1s", "timeout: 15s");

    @TempDir
    Path directory;

    @Test
    void everyKindOfOddityHasACodeOfItsName() {
        assertThat(Stream.of(Caution.Kind.values()).map(Caution.Kind::name))
                .containsExactlyElementsOf(Stream.of(Code.values())
                        .filter(code -> code.id().startsWith("W05"))
                        .map(Code::name)
                        .toList());
    }

    @Test
    void whatTheScenarioHasIsNotSaidAgainForEachVariant() {
        LoadResult result = Fixtures.load(
                directory,
                SLOW
                        + "variants: { more: { set: { web.workers: 20 } }, longer: { set: { web.calls.db.timeout: 20s } } }\n");
        assertThat(result.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.TIMEOUT_BEYOND_CALLER);
            assertThat(found.message()).startsWith("'web' waits up to 15s");
            assertThat(found.line()).isEqualTo(6);
        });
        assertThat(result.isUsable()).isTrue();
    }

    @Test
    void whatAVariantBringsIsSaidOnceAndAtItsLine() {
        LoadResult result = Fixtures.load(
                directory,
                Fixtures.small("variants:", "  patient: { set: { web.calls.db.timeout: 15s } }", "  both: [patient]"));
        assertThat(result.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.TIMEOUT_BEYOND_CALLER);
            assertThat(found.message()).startsWith("in variant 'patient', 'web' waits up to 15s");
            assertThat(found.line()).isEqualTo(13);
        });
    }

    @Test
    void whatNobodyChoseIsNoWarningOfWhatIsInUse() throws Exception {
        String text = Fixtures.small(
                "variants:",
                "  patient: { set: { web.calls.db.timeout: 15s } }",
                "  nothing: { set: {} }",
                "  both: [patient, nothing]");
        LoadResult asItIs = Fixtures.load(directory, text);
        assertThat(asItIs.warnings())
                .extracting(Diagnostic::code, Diagnostic::variant)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Code.TIMEOUT_BEYOND_CALLER, "patient"),
                        org.assertj.core.groups.Tuple.tuple(Code.VARIANT_EMPTY, "nothing"));
        assertThat(asItIs.warningsInUse()).isEmpty();
        assertThat(chosen("patient").warningsInUse())
                .extracting(Diagnostic::code)
                .containsExactly(Code.TIMEOUT_BEYOND_CALLER);
        assertThat(chosen("both").warningsInUse())
                .as("a group is its members")
                .extracting(Diagnostic::code)
                .containsExactly(Code.TIMEOUT_BEYOND_CALLER, Code.VARIANT_EMPTY);
    }

    private LoadResult chosen(String variant) {
        return ScenarioLoader.standard()
                .load(Source.file(directory.resolve("scenario.yaml")), List.of(variant), List.of());
    }

    @Test
    void aVariantThatIsAskedForIsWarnedOfAsItIs() {
        assertThat(Fixtures.load(directory, SLOW, "web.calls.db.timeout=20s").diagnostics())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.file()).isEqualTo("--set");
                    assertThat(found.message()).startsWith("'web' waits up to 20s");
                });
        assertThat(Fixtures.load(directory, SLOW, "web.calls.db.timeout=2s").diagnostics())
                .isEmpty();
    }

    @Test
    void whatAClassSaysIsShownThere() {
        String text = Fixtures.small("classes: { patient: { is: server, calls: { db: { timeout: 15s } } } }")
                .replace("is: server, workers", "like: patient, workers")
                .replace("work: 20ms, calls: { db: { timeout: 1s } }", "work: 20ms");
        assertThat(Fixtures.load(directory, text).diagnostics())
                .extracting(Diagnostic::code, Diagnostic::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.TIMEOUT_BEYOND_CALLER, 12));
    }

    @Test
    void whatADefaultSaysOfAllIsOddOnlyWhereItIsOfUseToNone() {
        String text = Fixtures.small("defaults: { components: { is=server: { blocking: no } } }")
                .replace("  db:", "  leaf: { is: server, workers: 1, work: 1ms }\n  db:")
                .replace("calls: { db: { timeout: 1s } }", "calls: { db: { timeout: 1s }, leaf: { timeout: 1s } }");
        assertThat(Fixtures.load(directory, text).diagnostics())
                .as("web lets go of its workers, leaf has nothing to let go for")
                .isEmpty();
        String own = text.replace("work: 1ms }", "work: 1ms, blocking: no }");
        assertThat(Fixtures.load(directory, own).diagnostics())
                .as("but what leaf says itself is said of leaf alone")
                .extracting(Diagnostic::code, Diagnostic::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.SETTING_WITHOUT_EFFECT, 7));
        String alone = text.replace("calls: { db: { timeout: 1s }, leaf: { timeout: 1s } }", "queue: 5");
        assertThat(Fixtures.load(directory, alone).diagnostics())
                .as("two servers, and neither calls anybody")
                .extracting(Diagnostic::code, Diagnostic::line)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Code.SETTING_WITHOUT_EFFECT, 13));
    }

    @Test
    void aSystemAloneIsWarnedOfWhatNeedsNoTraffic() throws Exception {
        Path system = Files.writeString(directory.resolve("part.yaml"), """
                foreshock: 1
                semantics: 2026.2
                system: part
                components:
                  web: { is: server, workers: 5, work: 1ms, calls: { db: { timeout: 60s, retries: 3 } } }
                  db: { is: database, pool: 5, query: 1ms }
                """);
        assertThat(ScenarioLoader.standard().load(Source.file(system)).diagnostics())
                .extracting(Diagnostic::code)
                .isEqualTo(List.of(Code.RETRIES_WITHOUT_BUDGET));
    }

    @Test
    void whatIsWrongIsMendedBeforeWhatIsOdd() {
        assertThat(Fixtures.load(directory, SLOW.replace("pool: 5", "pool: 0")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.RANGE);
    }
}
