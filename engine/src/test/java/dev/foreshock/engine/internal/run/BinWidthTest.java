package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinWidthTest {
    @ParameterizedTest
    @CsvSource({
        "PT4H, PT10S",
        "PT10M, PT10S",
        "PT9M59S, PT5S",
        "PT2M, PT2S",
        "PT1M, PT1S",
        "PT50S, PT0.5S",
        "PT12S, PT0.2S",
        "PT0.001S, PT0.001S"
    })
    void aRunHasSixtyBinsOfARoundWidth(Duration length, Duration width) {
        assertThat(Duration.ofNanos(BinWidth.of(length.toNanos()))).isEqualTo(width);
    }

    @Test
    void everyWidthGoesIntoTheWidestSoThatAllRunsAreLookedAtAlike() {
        for (long millis = 1; millis < 1_000_000; millis = millis * 11 / 10 + 1) {
            long width = BinWidth.of(Duration.ofMillis(millis).toNanos());
            assertThat(BinWidth.WIDEST_NANOS % width).isZero();
        }
    }
}
