package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a failed call is tried again. The wait before retry {@code n} is
 * {@code min(cap, base * growth^(n-1))}; with full jitter, uniform between nothing and that.
 *
 * @param attempts retries after the first attempt
 * @param base the wait before the first retry
 * @param growth the factor from one wait to the next
 * @param cap the longest wait
 * @param jitter how waits are spread
 * @param budget retries as a share of the first attempts of this call, or null for no limit; see
 *     {@link dev.foreshock.engine.policy.RetryBudget}
 * @param breaker up to which share of failures there are retries, or null for any
 */
@Doc("When and how often a failed call is tried again.")
@Shorthand("attempts")
public record RetrySpec(
        @Relief(
                to = Relief.To.LEAST,
                by = Influence.BEHAVIOR,
                whole = true,
                without = "A failed call is not tried again.")
        @Doc("Retries after the first attempt.")
        @Default("0")
        @Range(max = 1000)
        int attempts,

        @Doc("The wait before the first retry.") @Default("100ms") @Range
        Duration base,

        @Doc("The factor from one wait to the next.") @Default("2") @Range(min = 1, max = 100)
        double growth,

        @Doc("The longest wait.") @Default("20s") @Range Duration cap,

        @Doc("How waits are spread: full (uniform from nothing to the wait) or none.") @Default("full")
        Jitter jitter,

        @Doc("At most this share of the first attempts of this call is tried again, and 100 more; any, if left out.")
        @Nullable
        RetryBudgetSpec budget,

        @Doc("While more than this share fails, nothing is tried again; without it failures do not stop retries.")
        @Nullable
        RetryBreakerSpec breaker) {
    /** No retries. */
    public static final RetrySpec NONE = of(0);

    /** Creates retries kept to a share of the first attempts, or to none if it is null, whatever share of them fails. */
    public RetrySpec(
            int attempts, Duration base, double growth, Duration cap, Jitter jitter, @Nullable Percent budget) {
        this(attempts, base, growth, cap, jitter, budget == null ? null : RetryBudgetSpec.of(budget), null);
    }

    /** How waits are spread. */
    public enum Jitter {
        /** Uniform between nothing and the wait. */
        FULL,
        /** Exactly the wait. */
        NONE
    }

    /** Returns {@code attempts} retries with the default waits. */
    public static RetrySpec of(int attempts) {
        return new RetrySpec(attempts, Duration.ofMillis(100), 2, Duration.ofSeconds(20), Jitter.FULL, null);
    }

    /** Returns these retries, kept to {@code share} of the first attempts. */
    public RetrySpec budgeted(Percent share) {
        return budgeted(RetryBudgetSpec.of(share));
    }

    /** Returns these retries, kept to {@code limit}. */
    public RetrySpec budgeted(RetryBudgetSpec limit) {
        return new RetrySpec(attempts, base, growth, cap, jitter, limit, breaker);
    }

    /** Returns these retries, stopped by {@code limit}. */
    public RetrySpec broken(RetryBreakerSpec limit) {
        return new RetrySpec(attempts, base, growth, cap, jitter, budget, limit);
    }
}
