package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.scenarios.Explanation.Example;
import dev.foreshock.scenarios.internal.schema.CodePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code is explained, and the examples do what the explanation says: one earns the code, the other does not. */
class ExplanationsTest {

    private static final Path TEXTS = Fixtures.MODULE.resolve("src/main/resources/codes");
    private static final Path DOCS = Fixtures.MODULE.resolveSibling("docs/reference");

    static Stream<Code> inFiles() {
        return CodeFixture.codes().filter(code -> isIn(code, "yaml") || isIn(code, "csv"));
    }

    static Stream<Code> onTheCommandLine() {
        return CodeFixture.codes().filter(code -> isIn(code, "sh"));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeSaysWhatAndWhyAndWhatToDo(Code code) {
        Explanation text = code.explanation();
        assertThat(text.title()).doesNotEndWith(".").hasSizeLessThan(60);
        assertThat(text.what()).endsWith(".");
        assertThat(text.why()).endsWith(".").hasSizeGreaterThan(40);
        assertThat(text.before().text()).isNotBlank();
        assertThat(text.after().text()).isNotBlank();
    }

    @Test
    void everyExampleIsProvenUnlessASentenceHasToDo() {
        assertThat(Stream.of(Code.values())
                        .filter(code -> code.explanation().before().language().isEmpty()))
                .containsExactly(Code.FILE_SIZE, Code.ENCODING, Code.DEPTH);
        assertThat(inFiles().count() + onTheCommandLine().count()).isEqualTo(Code.values().length - 3);
    }

    @ParameterizedTest
    @MethodSource("inFiles")
    void theExampleEarnsTheCodeAndTheMendedOneNothing(Code code, @TempDir Path copy) throws IOException {
        Explanation text = code.explanation();
        Path original = CodeFixture.of(code).directory();
        boolean isFound = false;
        for (Path file : files(original)) {
            String content = Files.readString(file);
            String before = fitting(content, text.before());
            if (before != null) {
                isFound = true;
                String indent =
                        before.substring(0, before.indexOf(text.before().text().charAt(0)));
                content = content.replace(
                        before, text.after().text().indent(indent.length()).stripTrailing());
            }
            Path target = copy.resolve(original.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.writeString(target, content);
        }
        assertThat(isFound)
                .as("the file that earns %s must hold %s", code.id(), text.before())
                .isTrue();
        assertThat(new CodeFixture(code, copy).load().diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("onTheCommandLine")
    void theCommandEarnsTheCodeAndTheMendedOneNothing(Code code) {
        assertThat(load(code, code.explanation().before()).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(code);
        assertThat(load(code, code.explanation().after()).diagnostics()).isEmpty();
    }

    @Test
    void everyCodeHasItsPage() throws IOException {
        Fixtures.assertCurrent(DOCS.resolve("codes.md"), CodePages.index());
        for (Code code : Code.values()) {
            boolean isShown = !code.explanation().before().language().isEmpty();
            String message = isShown ? CodeFixture.of(code).message() : "";
            Fixtures.assertCurrent(DOCS.resolve("codes/" + code.id() + ".md"), CodePages.page(code, message));
        }
    }

    @Test
    void noPageTextOrExampleIsLeftOfACodeThatIsGone() throws IOException {
        List<String> ids = Stream.of(Code.values()).map(Code::id).toList();
        for (Path directory : List.of(DOCS.resolve("codes"), TEXTS, Path.of("src/test/resources/errors"))) {
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                        .as("codes in %s", directory)
                        .isSubsetOf(ids);
            }
        }
    }

    private static boolean isIn(Code code, String language) {
        return code.explanation().before().language().equals(language);
    }

    /** Returns the example as {@code content} has it, be it indented, or null. */
    private static String fitting(String content, Example example) {
        for (int indent : new int[] {0, 2, 4}) {
            String text = example.text().indent(indent).stripTrailing();
            if (content.contains(text)) {
                return text;
            }
        }
        return null;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static LoadResult load(Code code, Example command) {
        List<String> words = Arrays.asList(command.text().split(" "));
        assertThat(words.subList(0, 2)).containsExactly("foreshock", "check");
        return CodeFixture.of(code).load(words.subList(2, words.size()));
    }
}
