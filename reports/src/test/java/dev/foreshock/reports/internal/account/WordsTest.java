package dev.foreshock.reports.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.unit.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Clock CLOCK = Clock.of("2026-03-14T08:00Z", Duration.ofMinutes(1));

    private static Words with(String window) {
        return new Words("95%", "99%", "50%", "99%", "10s", "the whole run", window);
    }

    @ParameterizedTest
    @CsvSource({"'', minute", "1m, minute", "1s, second", "1h, hour", "500ms, 500ms", "5s, 5s"})
    void whatIsCalledAMinuteIsToldAsWhatItIs(String window, String told) {
        assertThat(with(window).minute()).isEqualTo(told);
    }

    @Test
    void theTimeOfAnImpactHasSecondsWhereItIsKnownToThem() {
        long nanos = Duration.ofSeconds(12).toNanos();
        assertThat(with("").time(CLOCK, nanos)).isEqualTo("08:00");
        assertThat(with("1s").time(CLOCK, nanos)).isEqualTo("08:00:12");
        assertThat(with("1s").exactness()).isEqualTo("to the second");
    }
}
