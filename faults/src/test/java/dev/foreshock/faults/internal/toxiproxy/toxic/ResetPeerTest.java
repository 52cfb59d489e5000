package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The end after the first byte. */
class ResetPeerTest {
    @Test
    void idleConnectionsAreLeftAlone() {
        assertThat(new Bench(new ResetPeer(10)).pass(1_000_000).left()).isEmpty();
    }

    @Test
    void theFirstByteEndsItAfterTheTimeoutAndNothingPasses() {
        Bench bench = new Bench(new ResetPeer(10)).give("a").give("b").pass(100);
        assertThat(bench.left()).containsExactly("10 end");
        assertThat(bench.isAllReleased()).isTrue();
    }

    @Test
    void theEndIsDelayedToo() {
        assertThat(new Bench(new ResetPeer(10)).end().pass(100).left()).containsExactly("10 end");
    }

    @Test
    void removingItLetsWaitingBytesGo() {
        assertThat(new Bench(new ResetPeer(1000)).give("a").pass(10).remove().left())
                .containsExactly("10 a");
    }

    @Test
    void itAsksForAReset() {
        assertThat(new ResetPeer(0).resets()).isTrue();
        assertThat(new Timeout(0).resets()).isFalse();
    }
}
