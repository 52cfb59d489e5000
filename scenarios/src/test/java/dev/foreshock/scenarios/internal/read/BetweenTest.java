package dev.foreshock.scenarios.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.scenarios.Knob;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetweenTest {
    private static Between range(String is, String from, String to) {
        Between range = Between.of(new Knob("knobs.k", is, from, to, null, "", null, List.of()));
        assertThat(range).isNotNull();
        return range;
    }

    @ParameterizedTest
    @CsvSource({
        "2h30m, 2h, 3h, 2h30m",
        "75%, 50%, 90%, 70%",
        "x6, x5, x9, x7",
        "12/s, 6/s, 20/s, 13/s",
        "12/min, 6/min, 20/min, 13/min",
        "30/min, 0.1/s, 1/s, 33/min",
        "1 GiB, 512 MiB, 1536 MiB, 1074000000 B",
        "1.5, 1, 2, 1.5",
    })
    void theMiddleOfARangeIsAValueOfItsKind(String is, String from, String to, String middle) {
        assertThat(range(is, from, to).at(0.5)).isEqualTo(middle);
    }

    @ParameterizedTest
    @CsvSource({"2h30m, 2h, 3h", "75%, 50%, 90%", "x6, x5, x9", "12/s, 6/s, 20/s", "10, 8, 13", "1.5, 1, 2"})
    void theEndsAreTheEndsAndWhatIsWrittenIsAtItsPlace(String is, String from, String to) {
        Between range = range(is, from, to);

        assertThat(range.at(0)).isEqualTo(from);
        assertThat(range.at(1)).isEqualTo(to);
        assertThat(range.at(range.written())).isEqualTo(is);
    }

    @Test
    void wholeNumbersAreAsLikelyAsOneAnother() {
        Between range = range("10", "8", "13");
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            seen.merge(range.at((i + 0.5) / 600), 1, Integer::sum);
        }
        assertThat(seen)
                .hasSize(6)
                .allSatisfy((value, count) -> assertThat(count).isEqualTo(100));
    }

    @Test
    void valuesAreRoundedSoThatTheyCanBeTold() {
        assertThat(range("75%", "50%", "90%").at(0.123456789)).isEqualTo("54.94%");
        assertThat(range("2h30m", "2h", "3h").at(0.123456789)).isEqualTo("2h7m24s");
    }

    @Test
    void whereAValueIsWrittenIsItsPlace() {
        assertThat(range("75%", "50%", "90%").written()).isCloseTo(0.625, within(1e-12));
        assertThat(range("10", "8", "13").written()).isCloseTo(2.5 / 6, within(1e-12));
    }

    @Test
    void aKnobWithoutARangeIsNotUncertain() {
        assertThat(Between.of(new Knob("knobs.k", "5", null, null, null, "", null, List.of())))
                .isNull();
        assertThat(Between.of(new Knob("knobs.k", "5", "5", "5", null, "", null, List.of())))
                .isNull();
    }
}
