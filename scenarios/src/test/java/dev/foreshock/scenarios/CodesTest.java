package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a file that earns it, and the message it gets is read by people before it changes. */
class CodesTest {

    private static final Path ERRORS = Path.of("src/test/resources/errors");

    /** Shown by a test of its own: its file would be large. */
    private static final Set<Code> WITHOUT_FIXTURE = EnumSet.of(Code.FILE_SIZE);

    static Stream<Code> codes() {
        return Stream.of(Code.values()).filter(code -> !WITHOUT_FIXTURE.contains(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aFileEarnsItsCodeAndNothingElseAndTheMessageIsTheOneAgreedOn(Code code) throws IOException {
        Path directory = ERRORS.resolve(code.id());
        LoadResult result = load(directory);
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsOnly(code);
        assertThat(result.isUsable()).isEqualTo(code.severity() == Severity.WARNING);
        Fixtures.assertCurrent(directory.resolve("expected.txt"), DiagnosticPrinter.print(result.diagnostics()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedAndFound(Code code) {
        Explanation explanation = code.explanation();
        assertThat(explanation.title()).isNotBlank();
        assertThat(explanation.what()).endsWith(".");
        assertThat(explanation.after()).isNotBlank();
        assertThat(Code.find(code.id().toLowerCase(java.util.Locale.ROOT))).contains(code);
    }

    @Test
    void codesAreDistinctAndUnknownOnesAreNotFound() {
        assertThat(Stream.of(Code.values()).map(Code::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[EW]\\d{4}"));
        assertThat(Code.find("E9999")).isEmpty();
    }

    @Test
    void aFileOfMoreThanFiveMebibytesIsRefused(@TempDir Path directory) {
        LoadResult result = Fixtures.load(directory, Fixtures.small("x-large: " + "a".repeat(5 << 20)));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FILE_SIZE);
    }

    private static LoadResult load(Path directory) throws IOException {
        boolean isText = Files.notExists(directory.resolve("scenario.latin1"));
        Source source = Source.file(directory.resolve(isText ? "scenario.yaml" : "scenario.latin1"));
        List<String> variants = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        Path arguments = directory.resolve("args.txt");
        for (String line : Files.exists(arguments) ? Files.readAllLines(arguments) : List.<String>of()) {
            String value = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("source ")) {
                source = Source.of(value);
            } else {
                (line.startsWith("set ") ? sets : variants).add(value);
            }
        }
        return ScenarioLoader.standard().load(source, variants, sets);
    }
}
