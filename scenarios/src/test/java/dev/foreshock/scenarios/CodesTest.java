package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a file that earns it, and the message it gets is read by people before it changes. */
class CodesTest {

    static Stream<Code> codes() {
        return CodeFixture.codes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aFileEarnsItsCodeAndNothingElseAndTheMessageIsTheOneAgreedOn(Code code) throws IOException {
        CodeFixture fixture = CodeFixture.of(code);
        LoadResult result = fixture.load();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsOnly(code);
        assertThat(result.isUsable()).isEqualTo(code.severity() == Severity.WARNING);
        Fixtures.assertCurrent(
                fixture.directory().resolve("expected.txt"), DiagnosticPrinter.print(result.diagnostics()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundInAnyCase(Code code) {
        assertThat(Code.find(code.id().toLowerCase(Locale.ROOT))).contains(code);
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
}
