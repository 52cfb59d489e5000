package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a knob that nothing uses yet is held to the same rules, so that it does not fail only once it is used. */
class UnusedKnobsTest {
    @TempDir
    Path directory;

    private LoadResult spare(String knob) {
        return Fixtures.load(directory, Fixtures.small() + "knobs:\n  spare: " + knob + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ is: 2s, range: 5s .. 1s }            | a range must go from the smaller end to the larger",
                "{ is: 5, range: 7 .. 1.5 }             | a range must go from the smaller end to the larger",
                "{ is: 10, range: 20 .. 30 }            | a range must hold the value it is about",
                "{ is: 2s, range: 1s .. 5 }             | 'range' must have a unit",
                "{ is: 2s, range: NaN .. 5s }           | 'range' must",
                "{ is: NaN, range: NaN .. NaN }         | the knob 'spare' must be a number where it has a range",
                "{ is: 50%, range: 0% .. 150% }         | 'range' must lie between 0% and 100%",
                "{ is: 150%, range: 0% .. 150% }        | the knob 'spare' must be a number where it has a range",
                "{ is: 5, range: 7 }                    | a range must be from .. to",
                "{ is: 5, rang: 1 .. 7 }                | 'rang'",
                "{ is: 5, range: 1 .. 7, basis: gut }   | 'basis' must be",
                "{ is: 5, range: 1 .. 7, samples: 0 }   | 'samples' must be at least 1",
                "{ range: 1 .. 7 }                      | must be a number, or a map with 'is'"
            })
    void aRangeThatIsNoneIsRefusedThoughNothingUsesIt(String knob, String message) {
        LoadResult result = spare(knob);
        assertThat(result.scenario()).isNull();
        assertThat(result.errors()).singleElement().satisfies(found -> {
            assertThat(found.message()).contains(message);
            assertThat(found.place().text()).startsWith("  spare:");
        });
        assertThat(result.warnings()).extracting(Diagnostic::code).containsExactly(Code.UNUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x6",
                "some text",
                "\"09:30\"",
                "{ is: 5, range: 1.5 .. 7 }",
                "{ is: 2s, range: 500ms .. 1m, basis: measured, samples: 9 }",
                "{ is: x2, range: x1 .. x3 }",
                "{ is: 120/s, range: 60/s .. 8000/min }",
                "{ is: some text, basis: chosen }"
            })
    void whatMayBeOneOfSomeSettingIsOnlyWarnedOf(String knob) {
        LoadResult result = spare(knob);
        assertThat(result.scenario()).isNotNull();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNUSED);
    }

    @Test
    void changesDoNotHideIt() {
        spare("{ is: 2s, range: 5s .. 1s }");
        LoadResult changed = ScenarioLoader.standard()
                .load(Source.file(directory.resolve("scenario.yaml")), List.of(), List.of("db.pool=6"));
        assertThat(changed.errors()).extracting(Diagnostic::code).containsExactly(Code.KNOB);
    }
}
