package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many bytes or so much time, then an end or a reset. */
class CutAfterTest {
    @ParameterizedTest
    @CsvSource({"99,99,", "100,100,end", "150,100,end"})
    void exactlySoManyBytesPass(int given, int passed, String ended) {
        Bench bench = new Bench(new CutAfter(100, 0, 0)).give("x".repeat(given));
        assertThat(bench.text()).hasSize(passed);
        assertThat(bench.left().contains("0 end")).isEqualTo(ended != null);
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void chunksAreCountedTogether() {
        Bench bench = new Bench(new CutAfter(100, 0, 1)).give("x".repeat(90)).give("y".repeat(20));
        assertThat(bench.left()).containsExactly("0 " + "x".repeat(90), "0 " + "y".repeat(10), "0 reset");
        assertThat(bench.give("z").left()).hasSize(3);
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void timeRunsThoughNothingIsSentAndWhateverIsSent() {
        assertThat(new Bench(new CutAfter(0, 30, 0)).pass(29).left()).isEmpty();
        assertThat(new Bench(new CutAfter(0, 30, 0)).pass(30).left()).containsExactly("30 end");
        assertThat(new Bench(new CutAfter(0, 30, 1))
                        .give("a")
                        .pass(20)
                        .give("b")
                        .pass(20)
                        .left())
                .containsExactly("0 a", "20 b", "30 reset");
    }

    @Test
    void whicheverComesFirstCutsOnce() {
        assertThat(new Bench(new CutAfter(2, 30, 0))
                        .pass(10)
                        .give("abc")
                        .pass(50)
                        .left())
                .containsExactly("10 ab", "10 end");
    }

    @Test
    void whatIsTakenAwayCutsNothing() {
        assertThat(new Bench(new CutAfter(2, 30, 1))
                        .give("a")
                        .remove()
                        .give("bc")
                        .pass(50)
                        .left())
                .containsExactly("0 a", "0 bc");
    }

    @Test
    void whatNeverCutsOrCutsInNoWayIsRefused() {
        assertThatThrownBy(() -> new CutAfter(0, 0, 1))
                .hasMessage("bytes or time must be at least 1, but were 0 and 0 ms");
        assertThatThrownBy(() -> new CutAfter(-1, 5, 1)).hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> new CutAfter(1, 0, 2))
                .hasMessage("reset must be 0 (an end) or 1 (a reset), but was 2");
    }
}
