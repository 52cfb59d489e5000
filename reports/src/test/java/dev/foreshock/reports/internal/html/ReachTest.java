package dev.foreshock.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a verdict flips within a range. */
class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "8 .. 13, 12, 0.8",
        "40% .. 90%, 83%, 0.86",
        "40 % .. 90 %, 40%, 0",
        "6/s .. 20/s, 20/s, 1",
        "-2.5 .. 2.5, 0.5, 0.6"
    })
    void aFlipIsPlacedBetweenTheEndsOfItsRange(String range, String flip, double place) {
        assertThat(Reach.of(given(range), deciding(flip)).orElseThrow().place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "100ms .. 2s, 1s",
        "6/s .. 20/s, 12",
        "8 .. 13, 14",
        "13 .. 8, 9",
        "8 .. 8, 8",
        "1m 30s .. 5m 30s, 2m 30s",
        "low .. high, middle",
        "'', 12",
        "8 .. 13, ''"
    })
    void nothingIsPlacedThatCannotBeReadForSure(String range, String flip) {
        assertThat(Reach.of(given(range), deciding(flip))).isEmpty();
    }

    private static Given given(String range) {
        return new Given("knobs.k", "", range, "", "");
    }

    private static Deciding deciding(String flip) {
        return new Deciding("set", "gate", "k", 0.5, 0.6, flip, true, Deciding.Search.FOUND);
    }
}
