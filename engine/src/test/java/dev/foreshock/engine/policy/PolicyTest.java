package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void aBackoffGrowsToItsCapAndNeverFurther() {
        Backoff backoff =
                new Backoff(new RetrySpec(1000, Duration.ofMillis(100), 2, Duration.ofSeconds(20), Jitter.NONE, null));
        assertThat(backoff.waitNanos(1, 0.5)).isEqualTo(100_000_000);
        assertThat(backoff.waitNanos(2, 0.5)).isEqualTo(200_000_000);
        assertThat(backoff.waitNanos(8, 0.5)).isEqualTo(12_800_000_000L);
        assertThat(backoff.waitNanos(9, 0.5)).isEqualTo(20_000_000_000L);
        assertThat(backoff.waitNanos(1000, 0.5)).isEqualTo(20_000_000_000L);
        assertThat(backoff.waitNanos(1001, 0.5)).isEqualTo(Backoff.NO_RETRY);
    }

    @Test
    void jitterSpreadsFromNothingToTheWait() {
        Backoff backoff =
                new Backoff(new RetrySpec(3, Duration.ofMillis(100), 2, Duration.ofSeconds(20), Jitter.FULL, null));
        assertThat(backoff.waitNanos(2, 0)).isZero();
        assertThat(backoff.waitNanos(2, 0.25)).isEqualTo(50_000_000);
        assertThat(backoff.waitNanos(2, Math.nextDown(1.0))).isBetween(199_999_999L, 200_000_000L);
    }

    @Test
    void extremeBackoffsStayNumbers() {
        Backoff nothing =
                new Backoff(new RetrySpec(1000, Duration.ZERO, 100, Duration.ofSeconds(20), Jitter.NONE, null));
        assertThat(nothing.waitNanos(1000, 0.5)).isNotNegative();
        Backoff huge =
                new Backoff(new RetrySpec(1000, Duration.ofDays(3650), 100, Duration.ofDays(3650), Jitter.FULL, null));
        assertThat(huge.waitNanos(1000, 0.99))
                .isBetween(0L, Duration.ofDays(3650).toNanos());
    }

    @Test
    void tokensDripInUpToTheBurst() {
        TokenBucket bucket = new TokenBucket(2, 3);
        assertThat(taken(bucket, 0)).isEqualTo(3);
        assertThat(taken(bucket, 499_999_999)).isZero();
        assertThat(taken(bucket, 500_000_001)).isEqualTo(1);
        assertThat(taken(bucket, 100_000_000_000L)).isEqualTo(3);
        assertThat(taken(new TokenBucket(1e-9, 0), 0)).as("at least one").isEqualTo(1);
    }

    private static int taken(TokenBucket bucket, long now) {
        int count = 0;
        while (bucket.take(now)) {
            count++;
        }
        return count;
    }

    @Test
    void theRateHoldsInTheLongRun() {
        TokenBucket bucket = new TokenBucket(10, 5);
        int count = 0;
        for (long now = 0; now < 1_000_000_000_000L; now += 7_000_000) {
            count += bucket.take(now) ? 1 : 0;
        }
        assertThat(count).isBetween(9_995, 10_010);
    }

    @Test
    void aChoiceMovesAsFewAsItMust() {
        WeightedChoice before = new WeightedChoice(new double[] {0.3, 0.7, 0});
        WeightedChoice after = new WeightedChoice(new double[] {0.5, 0.5, 0});
        int moved = 0;
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            double uniform = (i + 0.5) / 10_000;
            counts[before.choose(uniform)]++;
            moved += before.choose(uniform) == after.choose(uniform) ? 0 : 1;
        }
        assertThat(counts).containsExactly(3000, 7000, 0);
        assertThat(moved).isEqualTo(2000);
        assertThat(new WeightedChoice(new double[] {0, 0, 5}).choose(0)).isEqualTo(2);
        assertThat(new WeightedChoice(new double[] {0.1, 0.2, 0.7, 0}).choose(Math.nextDown(1.0)))
                .isEqualTo(2);
    }

    @Test
    void aRetryBudgetStartsFullAndIsFilledByFirstAttempts() {
        RetryBudget budget = new RetryBudget(0.001);
        for (int i = 0; i < RetryBudget.CAP; i++) {
            assertThat(budget.allowsRetry()).isTrue();
        }
        assertThat(budget.allowsRetry()).isFalse();
        for (int i = 0; i < 999; i++) {
            budget.firstAttempt();
        }
        assertThat(budget.allowsRetry()).isFalse();
        budget.firstAttempt();
        assertThat(budget.allowsRetry()).as("a thousand times a thousandth").isTrue();
        assertThat(budget.allowsRetry()).isFalse();
    }

    @Test
    void aRetryBudgetSavesUpNoMoreThanItsCap() {
        RetryBudget budget = new RetryBudget(1);
        for (int i = 0; i < 10_000; i++) {
            budget.firstAttempt();
        }
        int allowed = 0;
        while (budget.allowsRetry()) {
            allowed++;
        }
        assertThat(allowed).isEqualTo(RetryBudget.CAP);
    }
}
