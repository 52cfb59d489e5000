package dev.foreshock.reports.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.result.Phases;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where the time went. */
class TimeSpentTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void roundedPartsAddUpToTheWhole() {
        long third = MINUTE * 10 / 3;
        TimeSpent spent = TimeSpent.of(new Phases(0L, third, 2 * third, 3 * third, 4 * third, 6 * third, null));
        assertThat(Arrays.stream(spent.inUnits(MINUTE)).sum()).isEqualTo(20);
        assertThat(spent.inUnits(MINUTE)).containsExactly(4, 3, 3, 3, 7);
    }

    @Test
    void whatIsUnknownIsPartOfWhatFollows() {
        TimeSpent spent = TimeSpent.of(new Phases(0L, MINUTE, 16 * MINUTE, null, 50 * MINUTE, 52 * MINUTE, null));
        assertThat(spent.stretches())
                .extracting(TimeSpent.Stretch::name)
                .containsExactly("detect", "reach", "prepare", "take effect");
        assertThat(spent.inUnits(MINUTE)).containsExactly(1, 15, 34, 2);
    }

    @Test
    void anAlertAheadOfTheImpactTakesNoTimeToDetect() {
        TimeSpent spent = TimeSpent.of(new Phases(5 * MINUTE, 2 * MINUTE, 17 * MINUTE, null, null, 20 * MINUTE, null));
        assertThat(spent.inUnits(MINUTE)).containsExactly(0, 12, 3);
    }

    @Test
    void nothingIsSaidWhereNothingTookEffect() {
        assertThat(TimeSpent.of(new Phases(0L, 1L, 2L, null, null, null, null))).isNull();
    }
}
