package dev.foreshock.simulated.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.simulated.HopCost;
import org.junit.jupiter.api.Test;

class CommitsTest {
    @Test
    void everyOtherOneWaitsForThePrimaryAloneAndTheDifferenceIsTheStandbys() {
        Commits commits = new Commits();
        for (int i = 0; i < 10; i++) {
            if (commits.isNextAlone()) {
                commits.alone(2_000_000);
            } else {
                commits.together(3_500_000);
            }
        }
        assertThat(commits.ofStandby().samples()).isEqualTo(5);
        assertThat(commits.ofStandby().meanNanos()).isCloseTo(1_500_000, within(1e-6));
    }

    @Test
    void whereNothingWasWrittenNothingIsKnown() {
        assertThat(new Commits().ofStandby()).isEqualTo(HopCost.NONE);
    }
}
