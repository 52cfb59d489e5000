package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;

/**
 * A circuit breaker: while many attempts fail, the caller sends none for a time, and then lets some try. See
 * {@link dev.foreshock.engine.policy.CircuitBreaker}. By default as resilience4j has it.
 *
 * @param share the failed attempts, as a share of the last ones, from which on it is open
 * @param calls how many of the last attempts count; before there are so many it stays closed
 * @param lasts how long it is open
 * @param trials how many attempts then try whether it can be closed
 * @param scope who counts together
 */
@Doc(
        "While many attempts fail, the caller sends none for a time, as if the dependency had shed them, and then lets some try.")
@Shorthand("share")
public record CircuitBreakerSpec(
        @Doc("The failed attempts, as a share of the last ones, from which on no more are sent.") @Default("50%")
        Percent share,

        @Doc("How many of the last attempts count; before there are so many, all are sent.")
        @Default("100")
        @Range(min = 1, max = 1_000_000)
        int calls,

        @Doc("For how long none is sent.") @Key("for") @Default("60s") @Range(min = 1e-3)
        Duration lasts,

        @Doc("How many then try whether it is over: it is, unless that share of them fails.")
        @Default("10")
        @Range(min = 1, max = 1_000_000)
        int trials,

        @Doc("Who counts together: fleet (all callers), replica (each of the caller), user.") @Default("replica")
        Scope scope)
        implements Validated {
    @Override
    public void validate(Problems problems) {
        if (share.share() <= 0) {
            problems.at("share")
                    .add(Flaw.RANGE, "a circuit breaker must stand some failures, but 'share' was " + share);
        }
    }

    /** Returns a breaker that opens when half of so many attempts failed, for {@code length}, and then lets ten try. */
    public static CircuitBreakerSpec half(int calls, Duration length) {
        return new CircuitBreakerSpec(Percent.of(50), calls, length, 10, Scope.REPLICA);
    }

    /** Returns this breaker, letting so many try. */
    public CircuitBreakerSpec trying(int attempts) {
        return new CircuitBreakerSpec(share, calls, lasts, attempts, scope);
    }
}
