package dev.foreshock.engine.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table with the full accuracy: an hour or so. */
@Tag("fidelity")
class TheoryTest {
    @TestFactory
    Stream<DynamicTest> everyRowAgreesWithTheory() {
        Map<String, List<Row>> groups = TruthTable.groups();
        int rows = TruthTable.rows().size();
        String wanted = System.getProperty("foreshock.theory", "");
        return groups.entrySet().stream()
                .filter(group -> wanted.isEmpty() || group.getKey().matches(wanted))
                .filter(group -> Theory.isKnown(group.getValue()))
                .map(group -> DynamicTest.dynamicTest(
                        group.getKey() + " " + group.getValue().get(0).model(), () -> {
                            List<Assessment> assessments = Theory.assess(group.getValue(), false, rows);
                            assessments.forEach(each -> System.out.println(each.line()));
                            assertThat(assessments).allMatch(Assessment::holds);
                        }));
    }
}
