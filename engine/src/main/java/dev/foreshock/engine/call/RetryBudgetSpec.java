package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import org.jspecify.annotations.Nullable;

/**
 * How many more attempts than first ones may be sent: {@code start} at first, and {@code deposit} for each first attempt, of
 * which at most {@code cap} are saved up. See {@link dev.foreshock.engine.policy.RetryBudget}.
 *
 * @param deposit what a first attempt adds, in attempts
 * @param cap the most that is saved up, in attempts
 * @param start what there is at first, in attempts, or null for the cap
 * @param scope who shares a budget
 */
@Doc("How many more attempts than first ones may be sent: a token bucket that first attempts fill.")
@Shorthand("deposit")
public record RetryBudgetSpec(
        @Doc("What a first attempt adds, as a share of one more.")
        Percent deposit,

        @Doc("The most that is saved up, in attempts.") @Default("100") @Range(min = 1, max = 1_000_000)
        int cap,

        @Doc("What there is at first, in attempts; as much as is saved up at most, if left out.")
        @Range(max = 1_000_000)
        @Nullable
        Integer start,

        @Doc("Who shares a budget: fleet (all callers), replica (each of the caller), user.") @Default("fleet")
        Scope scope)
        implements Validated {
    /** Returns a full budget of {@code share} for each first attempt, at most 100 saved up, one for all callers. */
    public static RetryBudgetSpec of(Percent share) {
        return new RetryBudgetSpec(share, 100, null, Scope.FLEET);
    }

    /** Returns what there is at first, in attempts. */
    public int atFirst() {
        return start == null ? cap : start;
    }

    @Override
    public void validate(Problems problems) {
        if (atFirst() > cap) {
            problems.at("start")
                    .add(
                            Flaw.CONFLICT,
                            "a budget must not start with more than its cap of " + cap + ", but had " + start);
        }
    }
}
