package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many bytes, then the end. */
class LimitDataTest {
    @ParameterizedTest
    @CsvSource({"50,50,false", "99,99,false", "100,100,true", "150,100,true"})
    void exactlySoManyBytesPass(int given, int passed, boolean ended) {
        Bench bench = new Bench(new LimitData(100)).give("x".repeat(given));
        assertThat(bench.text()).hasSize(passed);
        assertThat(bench.left().contains("0 end")).isEqualTo(ended);
    }

    @Test
    void chunksAreCountedTogether() {
        Bench bench = new Bench(new LimitData(100)).give("x".repeat(90)).give("y".repeat(20));
        assertThat(bench.text()).isEqualTo("x".repeat(90) + "y".repeat(10));
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void zeroEndsAtTheFirstByte() {
        assertThat(new Bench(new LimitData(0)).pass(100).left()).isEmpty();
        assertThat(new Bench(new LimitData(0)).give("x").left()).containsExactly("0 end");
    }

    @Test
    void whatHasPassedIsRememberedAcrossUpdates() {
        Bench bench = new Bench(new LimitData(100))
                .give("x".repeat(60))
                .update(new LimitData(80))
                .give("y".repeat(60));
        assertThat(bench.text()).isEqualTo("x".repeat(60) + "y".repeat(20));
    }
}
