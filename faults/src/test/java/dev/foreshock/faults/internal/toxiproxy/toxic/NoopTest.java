package dev.foreshock.faults.internal.toxiproxy.toxic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing. */
class NoopTest {
    @Test
    void everythingPassesAtOnce() {
        assertThat(new Bench(new Noop()).give("a").give("b").end().left()).containsExactly("0 a", "0 b", "0 end");
    }
}
