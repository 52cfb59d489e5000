package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdaptiveThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whatIsAcceptedIsNeverTurnedAway() {
        AdaptiveThrottle throttle = new AdaptiveThrottle(2, 120 * SECOND);
        for (int i = 0; i < 10_000; i++) {
            assertThat(throttle.admits(i * 1_000_000L, 0)).isTrue();
            throttle.accepted(i * 1_000_000L);
        }
    }

    @Test
    void theProbabilityFollowsTheFormula() {
        AdaptiveThrottle throttle = new AdaptiveThrottle(2, 120 * SECOND);
        for (int i = 0; i < 10; i++) {
            throttle.admits(0, 0.999);
        }
        throttle.accepted(0);
        throttle.accepted(0);
        assertThat(throttle.rejection()).isCloseTo((10 - 2 * 2) / 11.0, within(1e-12));
        assertThat(throttle.admits(0, 6 / 11.0 - 1e-9)).isFalse();
        assertThat(throttle.admits(0, 7 / 12.0))
                .as("11 requests now, the one turned away too")
                .isTrue();
    }

    @Test
    void whatIsOlderThanTheWindowIsForgottenToASixtieth() {
        AdaptiveThrottle throttle = new AdaptiveThrottle(1.5, 60 * SECOND);
        Deque<long[]> all = new ArrayDeque<>();
        Random random = new Random(5);
        for (long now = 0; now < 400 * SECOND; now += (long) (random.nextDouble() * 3 * SECOND)) {
            throttle.admits(now, 0.5);
            boolean accepted = random.nextBoolean();
            if (accepted) {
                throttle.accepted(now);
            }
            all.add(new long[] {now / SECOND, accepted ? 1 : 0});
            long from = now / SECOND - 59;
            long requests = all.stream().filter(each -> each[0] >= from).count();
            long accepts =
                    all.stream().filter(each -> each[0] >= from && each[1] == 1).count();
            assertThat(throttle.rejection())
                    .isCloseTo(Math.max(0, (requests - 1.5 * accepts) / (requests + 1)), within(1e-12));
        }
        throttle.admits(10_000 * SECOND, 0.5);
        assertThat(throttle.rejection()).as("one request alone").isEqualTo(0.5);
    }
}
