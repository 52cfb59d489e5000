package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Silence, then the end. */
class TimeoutTest {
    @Test
    void bytesAreDroppedAndTheLinkEndsAfterSilence() {
        Bench bench = new Bench(new Timeout(100))
                .give("a")
                .pass(60)
                .give("b")
                .pass(60)
                .give("c");
        assertThat(bench.left()).isEmpty();
        assertThat(bench.pass(1000).left()).containsExactly("220 end");
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void withoutBytesItEndsAfterTheTimeout() {
        assertThat(new Bench(new Timeout(100)).pass(500).left()).containsExactly("100 end");
    }

    @Test
    void zeroNeverEnds() {
        assertThat(new Bench(new Timeout(0)).give("a").pass(1_000_000).left()).isEmpty();
    }

    @Test
    void theEndPassesAtOnce() {
        assertThat(new Bench(new Timeout(100)).end().left()).containsExactly("0 end");
    }

    @Test
    void itSaysThatALinkCannotGoOnWithoutIt() {
        assertThat(new Timeout(0).closesWhenRemoved()).isTrue();
        assertThat(new Latency(0, 0).closesWhenRemoved()).isFalse();
    }
}
