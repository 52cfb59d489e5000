package dev.foreshock.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryLimitTest {
    @Test
    void aBudgetStartsAndEndsWhereItIsTold() {
        RetryBudget budget = new RetryBudget(0.5, 3, 1);
        assertThat(budget.allowsRetry()).isTrue();
        assertThat(budget.allowsRetry()).isFalse();
        for (int i = 0; i < 100; i++) {
            budget.firstAttempt();
        }
        int allowed = 0;
        while (budget.allowsRetry()) {
            allowed++;
        }
        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void aBreakerAllowsRetriesUpToItsShareOfFailures() {
        RetryBreaker breaker = new RetryBreaker(0.1);
        for (int i = 0; i < 10; i++) {
            breaker.firstAttempt();
        }
        breaker.failed();
        assertThat(breaker.allowsRetry()).as("1 of 10").isTrue();
        breaker.failed();
        assertThat(breaker.allowsRetry()).as("2 of 10").isFalse();
        for (int i = 0; i < 10; i++) {
            breaker.firstAttempt();
        }
        assertThat(breaker.allowsRetry()).as("2 of 20").isTrue();
    }
}
