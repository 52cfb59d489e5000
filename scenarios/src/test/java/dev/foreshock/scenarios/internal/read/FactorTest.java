package dev.foreshock.scenarios.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.scenarios.internal.scalar.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A factor is x2, +40% or -20%, and nothing else. */
class FactorTest {

    @ParameterizedTest
    @CsvSource({"x2, 2", "x0.5, 0.5", "x0, 0", "+40%, 1.4", "-20%, 0.8", "-100%, 0", "-150%, -0.5", "+5 %, 1.05"})
    void aFactorIsRead(String text, double factor) {
        assertThat(Factor.of(text)).isEqualTo(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2x", "x", "x-1", "x1e9", "40%", "+40", "x2 x3", "x1234567890123456"})
    void anythingElseIsNone(String text) {
        assertThat(Factor.of(text)).isNull();
    }

    @Test
    void aMultipleIsAValueOfItsOwnWhereOneIsNeededAndAPercentageNever() {
        assertThat(Factor.isRelative("x2", Integer.class)).isTrue();
        assertThat(Factor.isRelative("x2", Duration.class)).isTrue();
        assertThat(Factor.isRelative("x2", Load.class)).isFalse();
        assertThat(Factor.isRelative("x2", Multiple.class)).isFalse();
        assertThat(Factor.isRelative("+40%", Multiple.class)).isTrue();
    }

    @Test
    void aKnobIsMultipliedUnlessOneMultipleTakesThePlaceOfAnother() {
        assertThat(Factor.onKnob("x2", Texts.node("10"))).isEqualTo(2);
        assertThat(Factor.onKnob("x2", Texts.node("x6"))).isNull();
        assertThat(Factor.onKnob("+50%", Texts.node("x6"))).isEqualTo(1.5);
        assertThat(Factor.onKnob("7", Texts.node("10"))).isNull();
    }

    @Test
    void onlyWhatLooksLikeAFactorIsToldHowOneIsWritten() {
        assertThat(Factor.help("x1e9", "otherwise")).contains("is written x2");
        assertThat(Factor.help("2x", "otherwise")).contains("is written x2");
        assertThat(Factor.help("x2", "otherwise")).startsWith("there is no value below");
        assertThat(Factor.help("a while", "otherwise")).isEqualTo("otherwise");
        assertThat(Factor.help("-5", "otherwise")).isEqualTo("otherwise");
        assertThat(Factor.help("120%", "otherwise")).isEqualTo("otherwise");
    }
}
