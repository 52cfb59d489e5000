package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shells themselves complete with what {@code foreshock completion} prints. */
class CompletionTest {
    private static final String BASH = """
            source ./script
            COMP_WORDS=($WORDS "$LAST")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="$WORDS $LAST" COMP_POINT=${#COMP_LINE} COMPREPLY=()
            compopt() { :; } # works only while a person types
            _complete_foreshock
            echo "${COMPREPLY[@]}"
            """;

    /** A shell in a terminal of its own, as only there zsh completes. Reading waits for the pattern. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PROMPT='> '; source ./script"
            zpty -w -n shell "$WORDS $LAST"$'\\t'
            zpty -r shell shown "*$WORDS $EXPECTED*"
            print -r -- "$shown"
            """;

    private static final String FISH = """
            source ./script
            complete -C "$WORDS $LAST" | string split -f 1 \\t | string join ' '
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellAcceptsTheScript(String shell) throws Exception {
        require(shell);
        write(shell);
        assertThat(run(List.of(shell, "-n", "script"), "", "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bash, foreshock, ru, run",
        "bash, foreshock run, vi, viral-promo-surge",
        "bash, foreshock check real-burst, vi, viral-promo-surge",
        "bash, foreshock run x --judge, g, gates",
        "bash, foreshock check x --format, s, sarif",
        "bash, foreshock check x, --form, --format",
        "bash, foreshock explain E0101, W04, W0401",
        "bash, foreshock schema, ch, check",
        "bash, foreshock completion, f, fish",
        "zsh, foreshock, ru, run",
        "zsh, foreshock run, vi, viral-promo-surge",
        "fish, foreshock, ru, run",
        "fish, foreshock run, vi, viral-promo-surge",
        "fish, foreshock check real-burst, vi, viral-promo-surge",
        "fish, foreshock run x --judge, g, gates",
        "fish, foreshock check x --format, s, sarif",
        "fish, foreshock check x, --form, --format",
        "fish, foreshock explain E0101, W04, W0401",
        "fish, foreshock schema, ch, check",
        "fish, foreshock completion, f, fish"
    })
    void aWordIsCompleted(String shell, String words, String last, String expected) throws Exception {
        require(shell);
        write(shell);
        List<String> command = switch (shell) {
            case "bash" -> List.of("bash", "-c", BASH);
            case "zsh" -> List.of("zsh", "-f", "-c", ZSH);
            default -> List.of("fish", "-N", "-c", FISH);
        };
        String shown = run(command, words, last, expected);
        if (shell.equals("zsh")) {
            assertThat(shown).contains(words + " " + expected);
        } else {
            assertThat(shown).isEqualTo(expected + "\n");
        }
    }

    private void write(String shell) throws IOException {
        Console console = new Console(directory);
        assertThat(console.run("completion", shell)).isZero();
        Files.writeString(directory.resolve("script"), console.out());
    }

    private String run(List<String> command, String words, String last, String expected) throws Exception {
        Path out = directory.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Files.createFile(directory.resolve("empty")).toFile())
                .redirectOutput(out.toFile());
        builder.environment()
                .putAll(java.util.Map.of(
                        "WORDS", words, "LAST", last, "EXPECTED", expected, "HOME", directory.toString()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("%s answers", command.get(0))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** Skips where a shell is not here; where everything is required, only one said to be missing may be. */
    private static void require(String shell) {
        boolean isHere = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(shell)));
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        if (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains(shell)) {
            assertThat(isHere).as("%s must be on the PATH", shell).isTrue();
        }
        assumeTrue(isHere, shell + " is not on this machine");
    }
}
