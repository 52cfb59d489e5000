package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody gets to read who writes a scenario of ten services with the reference page alone. The scenario and the
 * first mistakes are from such a trial; every message was read with the question whether it suffices to mend the file.
 */
class NewcomerTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/newcomer");

    /** What is taken without a word, and why that is right. */
    private static final Map<String, String> ACCEPTED = Map.ofEntries(
            Map.entry("024-percent-space", "a share with a space means only one thing"),
            Map.entry("037-variant-path-components", "a path may start with its section"),
            Map.entry("042-variant-nested", "a map in a change is the same as a path with dots"),
            Map.entry("050-gate-draws", "a claim may be about draws"),
            Map.entry("096-law-comma", "a comma before a name is not needed and does no harm"),
            Map.entry("098-diurnal-noon", "the peak of a day may be outside the hours that are simulated"),
            Map.entry("205-spot-x5-not-x4", "nobody can know how often the author meant"));

    static List<Mistake> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("mistakes"))) {
            List<Mistake> mistakes = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                mistakes.add(Mistake.read(file));
            }
            return mistakes;
        }
    }

    @Test
    void theScenarioIsSoundAndEarnsTheWarningsAgreedOn(@TempDir Path directory) throws IOException {
        copy(directory);
        assertThat(load(directory).isUsable()).isTrue();
        Fixtures.assertCurrent(
                DIRECTORY.resolve("expected.txt"), printed(load(directory).diagnostics(), directory));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeEarnsTheMessagesAgreedOnAndIsNotTakenWithoutAWord(Mistake mistake, @TempDir Path directory)
            throws IOException {
        copy(directory);
        List<String> withoutIt =
                load(directory).diagnostics().stream().map(Diagnostic::message).toList();
        mistake.makeIn(directory);
        List<Diagnostic> found = load(directory).diagnostics();
        Fixtures.assertCurrent(mistake.file(), mistake.description() + "\n" + printed(found, directory));
        assertThat(found.stream().anyMatch(one -> !withoutIt.contains(one.message())))
                .as("%s must be answered by a message of its own, or be listed as accepted", mistake)
                .isNotEqualTo(ACCEPTED.containsKey(mistake.name()));
    }

    private static String printed(List<Diagnostic> found, Path directory) {
        return DiagnosticPrinter.print(found).replace(directory + "/", "");
    }

    private static LoadResult load(Path directory) {
        return ScenarioLoader.standard().load(Source.file(directory.resolve("fooddash.yaml")), List.of(), List.of());
    }

    private static void copy(Path directory) throws IOException {
        for (String name : List.of("fooddash.yaml", "fooddash-system.yaml")) {
            Files.copy(DIRECTORY.resolve(name), directory.resolve(name));
        }
    }
}
