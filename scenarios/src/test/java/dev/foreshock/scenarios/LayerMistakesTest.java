package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a layer says to no effect is refused where it is said. */
class LayerMistakesTest {

    private static final String HEADER = "foreshock: 1\nsemantics: 2026.1\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"[accounts]", "accounts", "{ identity: { to: db } }", "{ identity: null }"})
    void aBindThatBindsNothingIsRefusedAtItsLine(String bind) {
        part();
        List<Diagnostic> found = load(importing(", bind: " + bind, "identity"));
        assertThat(found).extracting(Diagnostic::code).containsExactly(Code.SHAPE);
        assertThat(found.get(0).file()).endsWith("scenario.yaml");
    }

    @Test
    void aNeedThatIsNotThereIsReportedAtTheImporter() {
        part();
        Diagnostic unbound = only(load(importing("", "accounts")), Code.DANGLING);
        assertThat(unbound.file()).endsWith("scenario.yaml");
        assertThat(unbound.message()).contains("needs", "identity");
        assertThat(unbound.notes())
                .anySatisfy(note -> assertThat(note.place().file()).endsWith("part.yaml"));
        Diagnostic bound = only(load(importing(", bind: { identity: acounts }", "accounts")), Code.DANGLING);
        assertThat(bound.message()).isEqualTo("'bind' must name a component, but was 'acounts'");
        assertThat(bound.replacement()).isEqualTo("accounts");
    }

    @Test
    void aClassThatNothingIsLikeIsWarnedOfAndItsValuesAreRead() {
        Diagnostic idle = only(load(Fixtures.small("classes: { idle: { is: server, workers: 4 } }")), Code.UNUSED);
        assertThat(idle.message()).isEqualTo("the class 'idle' is used by no component");
        assertThat(load(Fixtures.small("classes: { idle: { is: server, workers: -4 } }")))
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(Code.RANGE, Code.UNUSED);
    }

    @Test
    void anOverlayTakesAwayOnlyWhatIsThere() {
        part();
        file("scenario.yaml", importing("", "identity"));
        assertThat(overlaid("components: { idenity: null }"))
                .extracting(Diagnostic::code)
                .containsExactly(Code.PATCH_TARGET);
        assertThat(overlaid("gates: { up: null }")).extracting(Diagnostic::code).containsExactly(Code.PATCH_TARGET);
        assertThat(overlaid("components: { part.spare: null }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"components: { wbe: null }", "web: { calls: { bd: null } }"})
    void aVariantTakesAwayOnlyWhatIsThere(String change) {
        only(load(Fixtures.small("variants: { less: { set: { " + change + " } } }")), Code.PATCH_TARGET);
    }

    @Test
    void defaultsThatAreLeftEmptyAreRefusedUnlessTheyTakeSomeAway() {
        only(load(Fixtures.small("defaults: { components: { \"*\": null } }")), Code.SHAPE);
        file("base.yaml", Fixtures.small("defaults: { components: { \"*\": { queue: 5 } } }"));
        assertThat(load(HEADER + "from: base.yaml\nscenario: over\ndefaults: { components: { \"*\": null } }\n"))
                .isEmpty();
        assertThat(load(Fixtures.small(
                        "defaults: { components: { \"*\": { queue: 5 } } }",
                        "variants: { free: { set: { defaults.components.*: null } } }")))
                .isEmpty();
    }

    @Test
    void aRelativeDefaultWithNothingBelowItIsRefused() {
        Diagnostic found =
                only(load(Fixtures.small("defaults: { components: { is=server: { workers: x2 } } }")), Code.VALUE);
        assertThat(found.message()).contains("'workers'", "'web'", "'x2'");
    }

    @Test
    void aChainOfDocumentsThatIsTooLongIsNoCycle() {
        for (int i = 0; i < 60; i++) {
            file("base-" + i + ".yaml", HEADER + "from: base-" + (i + 1) + ".yaml\nscenario: b\n");
        }
        only(load(HEADER + "from: base-0.yaml\nscenario: over\n"), Code.LIMIT);
    }

    @Test
    void aChainOfThingsThatIsTooLongIsReportedOnce() {
        StringBuilder text = new StringBuilder("  c0: { is: server, workers: 1, work: 1ms }\n");
        for (int i = 1; i < 300; i++) {
            text.append("  c").append(i).append(": { like: c").append(i - 1).append(" }\n");
        }
        only(load(Fixtures.small().replace("users:\n", text + "users:\n")), Code.LIMIT);
    }

    @Test
    void aBadPathHidesNoOther() {
        assertThat(load(Fixtures.small("variants: { bad: { set: { wbe.workers: 3, web.wrokers: 3, db.pool: -1 } } }")))
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(Code.PATCH_TARGET, Code.UNKNOWN_SETTING, Code.RANGE);
    }

    private void part() {
        file("part.yaml", HEADER + """
                system: part
                needs: [identity]
                components:
                  web: { is: server, workers: 5, work: 1ms, calls: { identity: { timeout: 1s } } }
                  spare: { is: server, workers: 5, work: 1ms }
                """);
    }

    private static String importing(String bind, String other) {
        return HEADER + """
                scenario: shop
                clock: 2026-03-14T08:00Z .. 09:00
                components:
                  part: { from: part.yaml%s }
                  %s: { is: server, workers: 3, work: 1ms }
                users: { shopper: { enters: part.web, visit: { pages: 3, think: 5s } } }
                traffic: { shopper: { usual: 4/s } }
                """.formatted(bind, other);
    }

    private static Diagnostic only(List<Diagnostic> found, Code code) {
        assertThat(found).extracting(Diagnostic::code).containsExactly(code);
        return found.get(0);
    }

    private List<Diagnostic> load(String text) {
        return Fixtures.load(directory, text).diagnostics();
    }

    private List<Diagnostic> overlaid(String changes) {
        Path overlay = file("overlay.yaml", HEADER + "overlay: less\n" + changes + "\n");
        return ScenarioLoader.standard()
                .load(
                        Source.file(directory.resolve("scenario.yaml")),
                        new Changes(List.of(overlay), List.of(), List.of()))
                .diagnostics();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
