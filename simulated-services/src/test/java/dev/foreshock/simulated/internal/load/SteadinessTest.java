package dev.foreshock.simulated.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.HopCost;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final long SECOND = 1_000_000_000;

    private final Steadiness steadiness = new Steadiness(SECOND);
    private final SplittableRandom random = new SplittableRandom(7);

    /** Sends fifty calls a second, each of which costs what is said for its second and half of that more or less, and returns when it was steady. */
    private int steadyAfter(DoubleUnaryOperator millis, int most) {
        HopCost soFar = HopCost.NONE;
        for (int second = 1; second <= most; second++) {
            for (int call = 0; call < 50; call++) {
                soFar = soFar.with(millis.applyAsDouble(second) * 1e6 * random.nextDouble(0.5, 1.5));
            }
            steadiness.seen(soFar, second * SECOND);
            if (steadiness.isSteady()) {
                return second;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void whatCostsTheSameIsSteadyOnceTwoHalvesWereSeen() {
        assertThat(steadyAfter(second -> 1, 60)).isLessThan(20);
    }

    @Test
    void aFallByATenthEverySecondIsNotSteady() {
        assertThat(steadyAfter(second -> 4 * Math.pow(0.9, second), 60)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void itIsSteadyNotBeforeTheFallHasEnded() {
        assertThat(steadyAfter(second -> 1 + 3 * Math.exp(-second / 5.0), 120)).isBetween(12, 40);
    }

    @Test
    void withTooFewCallsNobodyKnows() {
        HopCost soFar = HopCost.NONE;
        for (int second = 1; second <= 20; second++) {
            soFar = soFar.with(1);
            steadiness.seen(soFar, second * SECOND);
        }
        assertThat(steadiness.isSteady()).isFalse();
    }

    @Test
    void anotherLoadGoesOnWithWhatWasSeen() {
        steadyAfter(second -> 1, 6);
        steadiness.again();
        assertThat(steadyAfter(second -> 1, 4)).isLessThanOrEqualTo(4);
    }
}
