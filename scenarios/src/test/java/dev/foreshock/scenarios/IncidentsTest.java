package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incidents that people know, written down by somebody who has never seen the language, with the mistakes of such a draft: each wrong line says
 * behind {@code # wrong:} what its message must say.
 */
class IncidentsTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/incidents");
    private static final Pattern WRONG = Pattern.compile("# wrong: (.+)$");

    @TempDir
    Path directory;

    static List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void everyMistakeOfADraftIsToldAtOnceAtItsLineWithItsRuleAndAWayOut(Path draft) throws IOException {
        Map<Integer, String> wrong = wrong(draft);
        Path copy = Files.copy(draft, directory.resolve(draft.getFileName()));
        List<Diagnostic> found =
                ScenarioLoader.standard().load(Source.file(copy)).errors();
        for (Map.Entry<Integer, String> line : wrong.entrySet()) {
            assertThat(found).as("line %d of %s", line.getKey(), draft).anySatisfy(each -> {
                assertThat(each.line()).isEqualTo(line.getKey());
                assertThat(each.message()).contains(line.getValue());
            });
        }
        assertThat(found).as("nothing else is wrong").allSatisfy(each -> {
            assertThat(wrong).as("%s", each).containsKey(each.line());
            assertThat(each.column()).isPositive();
        });
        Fixtures.assertCurrent(
                Path.of(draft.toString().replace(".yaml", ".txt")),
                DiagnosticPrinter.print(found).replace(directory + "/", ""));
    }

    private static Map<Integer, String> wrong(Path draft) throws IOException {
        Map<Integer, String> wrong = new TreeMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(draft));
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = WRONG.matcher(lines.get(i));
            if (matcher.find()) {
                wrong.put(i + 1, matcher.group(1));
            }
        }
        assertThat(wrong).as("%s has mistakes", draft).isNotEmpty();
        return wrong;
    }
}
