package dev.foreshock.scenarios.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts can be multiplied and written down, and what is written down is what they are. */
class AmountsTest {

    private static final List<Object> SOME = List.of(
            Duration.ofMillis(1_234),
            Rate.perSecond(7),
            Rate.perMinute(5),
            Rate.per(Duration.ofHours(1), 7),
            Rate.per(Duration.ofDays(1), 1),
            Percent.of(33),
            new Bytes(1 << 20),
            Multiple.x(3.5),
            17,
            17L,
            1.7);

    static List<Object> some() {
        return SOME;
    }

    @ParameterizedTest
    @MethodSource("some")
    void aProductIsWhatItsTextSays(Object amount) {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            double factor = random.nextInt(1, 3_000) / 1_000.0;
            Object product = Amounts.times(amount, factor);
            assertThat(Amounts.times(product, 1)).as("%s x%s", amount, factor).isEqualTo(product);
            assertThat(Amounts.text(Amounts.times(product, 1)))
                    .as("%s x%s", amount, factor)
                    .isEqualTo(Amounts.text(product));
            assertThat(Amounts.size(product))
                    .isCloseTo(Amounts.size(amount) * factor, org.assertj.core.data.Offset.offset(0.5));
        }
    }

    @ParameterizedTest
    @CsvSource({"45, 0.7, 32", "5, 1.1, 6", "10, 0, 0", "3, 0.5, 2"})
    void aWholeNumberIsRoundedHalvesUp(int amount, double factor, int product) {
        assertThat(Amounts.times(amount, factor)).isEqualTo(product);
    }

    @Test
    void aProductThatIsNoneIsRefusedInWordsForPeople() {
        assertThatThrownBy(() -> Amounts.times(2_000_000_000, 3)).hasMessageContaining("must be at most 2147483647");
        assertThatThrownBy(() -> Amounts.times(Percent.of(80), 1.5)).hasMessageContaining("came to 120.0%");
        assertThatThrownBy(() -> Amounts.times(Duration.ofDays(100_000), 1e6)).hasMessageContaining("9 * 10^18");
        assertThatThrownBy(() -> Amounts.times(Rate.perSecond(1e9), 1e9)).hasMessageContaining("10^15");
    }

    @Test
    void ratesAreWrittenInTheUnitInWhichTheyAreExact() {
        assertThat(Amounts.text(Rate.perSecond(4))).isEqualTo("4/s");
        assertThat(Amounts.text(Rate.perMinute(5))).isEqualTo("5/min");
        assertThat(Amounts.text(Rate.per(Duration.ofHours(1), 7))).isEqualTo("7/h");
        assertThat(Amounts.text(Rate.per(Duration.ofDays(1), 11))).isEqualTo("11/d");
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "2.5, 5", "40%, 80%", "1s, 2s", "4/min, 8/min", "x3, x6", "3 MiB, 6291456 B"})
    void aNumberOfUnknownTypeIsWhatItLooksLike(String text, String twice) {
        ScaledNode scaled = new ScaledNode(Texts.node(text), 2, Texts.node("x2"));
        assertThat(Knobs.valueOf(scaled))
                .isNotNull()
                .satisfies(found -> assertThat(found.text()).isEqualTo(twice));
        assertThat(Amounts.guessed(new ScaledNode(Texts.node("a while"), 2, Texts.node("x2"))))
                .isNull();
    }
}
