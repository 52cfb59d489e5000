package dev.foreshock.engine.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the table with the full accuracy, which takes long, and the page that shows it. With {@code
 * -Dforeshock.theory=O04.} only the models whose numbers match, and no page.
 */
@Tag("fidelity")
class TheoryTest {
    private static final String WANTED = System.getProperty("foreshock.theory", "");
    private static final Map<String, List<Assessment>> ASSESSED = new ConcurrentSkipListMap<>();

    @TestFactory
    Stream<DynamicTest> everyRowAgreesWithTheory() {
        Map<String, List<Row>> groups = TruthTable.groups();
        int rows = TruthTable.rows().size();
        return groups.entrySet().stream()
                .filter(group -> WANTED.isEmpty() || group.getKey().matches(WANTED))
                .map(group -> DynamicTest.dynamicTest(
                        group.getKey() + " " + group.getValue().get(0).model(),
                        () -> assess(group.getKey(), group.getValue(), rows)));
    }

    private static void assess(String group, List<Row> rows, int all) {
        List<Assessment> assessments = Theory.assess(rows, false, all);
        ASSESSED.put(group, assessments);
        assessments.forEach(each -> System.out.println(each.line()));
        assertThat(assessments).allMatch(Assessment::holds, "agrees with theory");
    }

    @AfterAll
    static void writePage() throws IOException {
        if (WANTED.isEmpty()) {
            Path root = Path.of(System.getProperty("foreshock.root"));
            TheoryPage.write(
                    root.resolve("docs/fidelity/theory.md"),
                    ASSESSED.values().stream().flatMap(List::stream).toList());
        }
    }
}
