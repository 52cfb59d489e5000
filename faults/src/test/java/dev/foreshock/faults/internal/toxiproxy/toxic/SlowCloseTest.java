package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Delay of the end. */
class SlowCloseTest {
    @Test
    void bytesPassAndTheEndIsDelayed() {
        Bench bench = new Bench(new SlowClose(300)).give("a").pass(10).end().pass(1000);
        assertThat(bench.left()).containsExactly("0 a", "310 end");
    }

    @Test
    void removingItEndsAtOnce() {
        Bench bench = new Bench(new SlowClose(300)).end().pass(10).remove();
        assertThat(bench.left()).containsExactly("10 end");
    }

    @Test
    void updatingItStartsTheDelayAnew() {
        Bench bench = new Bench(new SlowClose(300))
                .end()
                .pass(10)
                .update(new SlowClose(50))
                .pass(100);
        assertThat(bench.left()).containsExactly("60 end");
    }
}
