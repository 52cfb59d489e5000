package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.scenarios.Code;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code foreshock explain}. */
class ExplainTest {
    @TempDir
    Path directory;

    @Test
    void aCodeIsExplainedInAnyCase() {
        Console console = new Console(directory);
        assertThat(console.run("explain", "e0206")).isZero();
        assertThat(console.out()).isEqualTo("""
                error[E0206]: a number without its unit

                Times, rates and sizes are written with their unit.

                Why it matters: A bare number would have to be guessed: tools disagree on
                whether 10 means seconds or milliseconds, and a factor of a thousand in a
                timeout decides an incident.

                Before:

                    timeout: 1

                After:

                    timeout: 1s
                """);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeFitsATerminal(Code code) {
        Console console = new Console(directory);
        assertThat(console.run("explain", code.id())).isZero();
        assertThat(console.out()).contains(code.explanation().title(), "Why it matters: ", "Before:", "After:");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void severalAreExplainedOnceEachInTheirOrder() {
        Console console = new Console(directory);
        assertThat(console.run("explain", "W0401", "E0201", "w0401")).isZero();
        assertThat(console.out()).startsWith("warning[W0401]").containsOnlyOnce("W0401");
        assertThat(console.out()).contains("\n\nerror[E0201]");
    }

    @Test
    void withoutACodeAllAreListed() {
        Console console = new Console(directory);
        assertThat(console.run("explain")).isZero();
        assertThat(console.out().lines()).hasSize(Code.values().length);
        assertThat(console.out()).contains("E0206  a number without its unit\n");
    }

    @Test
    void aMisspelledCodeGetsASuggestionAndNothingIsExplained() {
        Console console = new Console(directory);
        assertThat(console.run("explain", "E0201", "EO206")).isEqualTo(2);
        assertThat(console.err()).contains("but was EO206; 'E0206' exists");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void whereThereIsMoreToSayErrorsAreNamedFirst() {
        Path errors =
                Path.of(System.getProperty("foreshock.root", "..")).resolve("scenarios/src/test/resources/errors");
        Console console = new Console(directory);
        console.run("check", errors + "/W0401/scenario.yaml", errors + "/E0302/scenario.yaml");
        assertThat(console.out()).endsWith("more: foreshock explain E0302 W0401\n");
    }

    @Test
    void anExampleOfACommandIsOneToPaste() {
        Console console = new Console(directory, false, Map.of("FORESHOCK_COMMAND", "./foreshock"));
        console.run("explain", "E0106");
        assertThat(console.out()).contains("    ./foreshock check scenario.yaml --set web.workers=4\n");
    }
}
