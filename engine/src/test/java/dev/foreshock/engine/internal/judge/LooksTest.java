package dev.foreshock.engine.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Stopping;
import org.junit.jupiter.api.Test;

class LooksTest {
    @Test
    void looksDoubleUpToTheMost() {
        assertThat(Looks.size(1)).isEqualTo(20);
        assertThat(Looks.size(2)).isEqualTo(40);
        assertThat(Looks.size(13)).isEqualTo(81_920);
        assertThat(Looks.size(14)).isEqualTo(Stopping.MOST);
        assertThat(Looks.size(80)).isEqualTo(Stopping.MOST);
    }

    @Test
    void theErrorsOfAllLooksSumToLessThanFivePercent() {
        double sum = 0;
        for (int look = 1; look <= 10_000; look++) {
            sum += 1 - Looks.confidence(look);
        }
        assertThat(sum).isLessThan(0.05).isCloseTo(0.05, within(1e-5));
        assertThat(Looks.confidence(1)).isEqualTo(0.975);
        assertThat(Looks.confidence(2)).isCloseTo(0.99167, within(1e-5));
    }
}
