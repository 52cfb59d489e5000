package dev.foreshock.engine.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the table with the full accuracy, which takes hours, and the page that shows it. Each model's rows are
 * written to the page as soon as they are assessed, so an interrupted run loses nothing. With {@code
 * -Dforeshock.theory=O04.} only the models whose numbers match are run; the page keeps the other rows.
 */
@Tag("fidelity")
class TheoryTest {
    private static final String WANTED = System.getProperty("foreshock.theory", "");
    private static final Path PAGE = Path.of(System.getProperty("foreshock.root"), "docs/fidelity/theory.md");

    @TestFactory
    Stream<DynamicTest> everyRowAgreesWithTheory() {
        Map<String, List<Row>> groups = TruthTable.groups();
        int rows = TruthTable.rows().size();
        return groups.entrySet().stream()
                .filter(group -> WANTED.isEmpty() || group.getKey().matches(WANTED))
                .map(group -> DynamicTest.dynamicTest(
                        group.getKey() + " " + group.getValue().get(0).model(), () -> assess(group.getValue(), rows)));
    }

    private static void assess(List<Row> rows, int all) throws IOException {
        List<Assessment> assessments = Theory.assess(rows, false, all);
        TheoryPage.renew(PAGE, assessments);
        assessments.forEach(each -> System.out.println(each.line()));
        assertThat(assessments).allMatch(Assessment::holds, "agrees with theory");
    }
}
