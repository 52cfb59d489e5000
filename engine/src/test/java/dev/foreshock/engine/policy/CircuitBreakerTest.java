package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.policy.CircuitBreaker.State;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final long SECOND = 1_000_000_000L;

    private final CircuitBreaker breaker = new CircuitBreaker(0.5, 4, SECOND, 2);

    private void ends(boolean... good) {
        for (boolean each : good) {
            assertThat(breaker.admits(0)).isTrue();
            breaker.ended(each, 0);
        }
    }

    private void open() {
        ends(false, false, true, true);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void itOpensWhenTheShareOfTheLastCallsHasFailed() {
        ends(false, true, true, true);
        ends(true, true, false);
        assertThat(breaker.state()).as("1 of the last 4").isEqualTo(State.CLOSED);
        ends(false);
        assertThat(breaker.state()).as("2 of the last 4").isEqualTo(State.OPEN);
        assertThat(breaker.admits(0)).isFalse();
    }

    @Test
    void itStaysClosedBeforeSoManyHaveEnded() {
        ends(false, false, false);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void afterItsTimeSomeMayTry() {
        open();
        assertThat(breaker.admits(SECOND - 1)).isFalse();
        assertThat(breaker.admits(SECOND)).isTrue();
        assertThat(breaker.admits(SECOND)).isTrue();
        assertThat(breaker.admits(SECOND)).as("two trials").isFalse();
        breaker.ended(true, SECOND);
        assertThat(breaker.state()).as("one has ended").isEqualTo(State.HALF_OPEN);
        breaker.ended(true, SECOND);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        breaker.ended(false, SECOND);
        assertThat(breaker.state()).as("counts from nothing").isEqualTo(State.CLOSED);
    }

    @Test
    void trialsThatFailOpenItForAsLongAgain() {
        open();
        breaker.admits(3 * SECOND);
        breaker.admits(3 * SECOND);
        breaker.ended(true, 4 * SECOND);
        breaker.ended(false, 4 * SECOND);
        assertThat(breaker.admits(5 * SECOND - 1)).isFalse();
        assertThat(breaker.admits(5 * SECOND)).isTrue();
    }

    @Test
    void aTrialThatIsWithdrawnLetsAnotherTry() {
        open();
        breaker.admits(SECOND);
        breaker.admits(SECOND);
        breaker.withdrawn();
        assertThat(breaker.admits(SECOND)).isTrue();
        assertThat(breaker.admits(SECOND)).isFalse();
    }

    @Test
    void whatEndsWhileItIsOpenCountsForNothing() {
        open();
        breaker.ended(true, 0);
        breaker.withdrawn();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }
}
