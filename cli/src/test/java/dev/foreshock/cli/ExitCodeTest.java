package dev.foreshock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The numbers that scripts rely on. */
class ExitCodeTest {
    @Test
    void theNumbersAreThoseOfTheDesignInOrderOfPrecedence() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(1, 7, 6, 130, 2, 3, 4, 5, 0);
    }

    @Test
    void theOneWithPrecedenceCounts() {
        assertThat(ExitCode.DEVIATED.or(ExitCode.INVALID)).isEqualTo(ExitCode.INVALID);
        assertThat(ExitCode.BUG.or(ExitCode.PASSED)).isEqualTo(ExitCode.BUG);
        assertThat(ExitCode.PASSED.or(ExitCode.INCONCLUSIVE)).isEqualTo(ExitCode.INCONCLUSIVE);
    }

    @Test
    void aClaimThatCouldNotBeEvaluatedIsNeverAPass() {
        assertThat(ExitCode.of(Verdict.ERROR)).isEqualTo(ExitCode.INVALID);
        assertThat(ExitCode.of(Verdict.PASSED)).isEqualTo(ExitCode.PASSED);
    }
}
