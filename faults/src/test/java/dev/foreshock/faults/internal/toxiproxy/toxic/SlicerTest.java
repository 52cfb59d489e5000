package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pieces. */
class SlicerTest {
    @Test
    void aSizeOfOneGivesAPiecePerByte() {
        Bench bench = new Bench(new Slicer(1, 0, 0)).give("abcdefghijklmnopqrstuvwx");
        assertThat(bench.left()).hasSize(24);
        assertThat(bench.text()).isEqualTo("abcdefghijklmnopqrstuvwx");
    }

    @Test
    void piecesStayBelowAveragePlusVariationAndNothingIsLost() {
        String text =
                IntStream.range(0, 30_000).mapToObj(i -> String.valueOf(i % 10)).reduce("", String::concat);
        Bench bench = new Bench(new Slicer(1024, 512, 0)).give(text);
        assertThat(bench.text()).isEqualTo(text);
        assertThat(bench.left()).hasSizeBetween(15, 45);
        assertThat(bench.left())
                .allSatisfy(each -> assertThat(each.length() - 2).isBetween(1, 1536));
    }

    @Test
    void everyPieceIsFollowedByAPause() {
        Bench bench =
                new Bench(new Slicer(1, 0, 10_000)).give("abc").give("d").end().pass(1000);
        assertThat(bench.left()).isEqualTo(List.of("0 a", "10 b", "20 c", "30 d", "40 end"));
    }

    @Test
    void theRestLeavesInOnePieceWhenRemoved() {
        Bench bench = new Bench(new Slicer(1, 0, 10_000)).give("abcd").pass(15).remove();
        assertThat(bench.left()).containsExactly("0 a", "10 b", "15 cd");
    }

    @Test
    void sizesThatWouldNeverEndAreRefused() {
        assertThatThrownBy(() -> new Slicer(0, 0, 0)).hasMessage("average_size must be at least 1, but was 0");
        assertThatThrownBy(() -> new Slicer(5, 6, 0))
                .hasMessage("size_variation must be from 0 to average_size 5, but was 6");
        assertThatThrownBy(() -> new Slicer(5, -1, 0))
                .hasMessage("size_variation must be from 0 to average_size 5, but was -1");
    }
}
