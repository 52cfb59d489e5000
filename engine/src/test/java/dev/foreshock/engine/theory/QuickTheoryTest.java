package dev.foreshock.engine.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some rows of each family in short runs: the value must lie in the interval, which is wide. The full accuracy takes {@link
 * TheoryTest}.
 */
class QuickTheoryTest {
    private static final Map<String, List<Row>> GROUPS = TruthTable.groups();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O002", "O005", "O026", "O030", "O034", "O039", "O043", "O044", "O046", "O049", "O053", "O055", "O056",
                "O058", "O059", "O061", "O063", "O069", "O071", "O072", "O074", "O086", "O088", "O089", "O093"
            })
    void shortRunsAgreeWithTheory(String group) {
        List<Assessment> assessments = Theory.assess(GROUPS.get(group), true, 100);
        assertThat(assessments).isNotEmpty().allMatch(each -> each.isInside(), "lies in the interval");
    }
}
