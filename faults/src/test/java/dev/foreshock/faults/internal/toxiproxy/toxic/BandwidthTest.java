package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rate. */
class BandwidthTest {
    private static final String TEN = "0123456789";

    @Test
    void bytesLeaveAtTheRate() {
        Bench bench = new Bench(new Bandwidth(1)).give(TEN).pass(100).give(TEN).pass(100);
        assertThat(bench.left()).containsExactly("10 " + TEN, "110 " + TEN);
    }

    @Test
    void aLargeChunkLeavesInSlicesOfATenthOfASecond() {
        String text = TEN.repeat(25);
        Bench bench = new Bench(new Bandwidth(1)).give(text).pass(1000);
        assertThat(bench.left())
                .containsExactly("100 " + TEN.repeat(10), "200 " + TEN.repeat(10), "250 " + TEN.repeat(5));
    }

    @Test
    void rateZeroStallsAndKeepsTheConnectionOpen() {
        Bench bench = new Bench(new Bandwidth(0)).give("a").give("b").end().pass(100_000);
        assertThat(bench.left()).isEmpty();
        assertThat(bench.remove().left()).containsExactly("100000 a", "100000 b", "100000 end");
    }

    @Test
    void whatIsHeldLeavesWhenRemoved() {
        Bench bench = new Bench(new Bandwidth(1)).give(TEN.repeat(25)).pass(150).remove();
        assertThat(bench.text()).isEqualTo(TEN.repeat(25));
        assertThat(bench.left()).last().isEqualTo("150 " + TEN.repeat(15));
    }

    @Test
    void discardingGivesMemoryBack() {
        assertThat(new Bench(new Bandwidth(0)).give("a").give("b").discard().isAllReleased())
                .isTrue();
    }
}
