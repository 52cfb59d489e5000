package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Delay and jitter. */
class LatencyTest {
    @Test
    void everyChunkLeavesItsLatencyAfterItCame() {
        Bench bench =
                new Bench(new Latency(100, 0)).give("a").pass(30).give("b").pass(1000);
        assertThat(bench.left()).containsExactly("100 a", "130 b");
    }

    @Test
    void jitterIsWithinItsBoundsAndKeepsTheOrder() {
        Bench bench = new Bench(new Latency(100, 20));
        for (int i = 0; i < 50; i++) {
            bench.give("x").pass(500);
        }
        assertThat(bench.left()).hasSize(50);
        for (int i = 0; i < 50; i++) {
            long delay = millis(bench.left().get(i)) - 500L * i;
            assertThat(delay).isBetween(80L, 119L);
        }
        assertThat(bench.left().stream().map(each -> millis(each) % 500).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void whatIsQueuedLeavesAtOnceAndInOrderWhenRemoved() {
        Bench bench =
                new Bench(new Latency(1000, 0)).give("a").give("b").pass(10).remove();
        assertThat(bench.left()).containsExactly("10 a", "10 b");
    }

    @Test
    void twoInSeriesAddUpAlsoForWhatWaitedBehindOthers() {
        Bench bench = new Bench(new Latency(500, 0).behavior(), new Latency(500, 0).behavior())
                .give("a")
                .pass(400)
                .give("b")
                .pass(2000);
        assertThat(bench.left()).containsExactly("1000 a", "1400 b");
    }

    @Test
    void theEndWaitsForWhatIsBeforeIt() {
        Bench bench = new Bench(new Latency(100, 0)).give("a").end().pass(200);
        assertThat(bench.left()).containsExactly("100 a", "100 end");
    }

    @Test
    void negativeAndHugeTimesAreTakenAsTheyCan() {
        assertThat(new Bench(new Latency(-5, 0)).give("a").left()).containsExactly("0 a");
        assertThat(new Bench(new Latency(Long.MAX_VALUE, 0))
                        .give("a")
                        .pass(1_000_000)
                        .left())
                .isEmpty();
    }

    private static long millis(String noted) {
        return Long.parseLong(noted.substring(0, noted.indexOf(' ')));
    }
}
