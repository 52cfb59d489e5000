package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.CircuitBreakerSpec;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.policy.AdaptiveThrottle;
import dev.foreshock.engine.policy.RetryBreaker;
import dev.foreshock.engine.policy.RetryBudget;
import dev.foreshock.engine.policy.RetryLimit;
import dev.foreshock.engine.result.Outcome;
import org.jspecify.annotations.Nullable;

/** What keeps a caller from sending attempts: budgets of retries and of hedges, a retry breaker, a throttle, a circuit breaker. */
final class Brakes {
    private final @Nullable Scoped<RetryLimit> budget;
    private final @Nullable Scoped<RetryLimit> breaker;
    private final @Nullable Scoped<RetryLimit> hedges;
    private final @Nullable Scoped<AdaptiveThrottle> throttle;
    private final @Nullable Circuit circuit;

    Brakes(CallSpec spec) {
        budget = budget(spec.retries().budget());
        HedgeSpec hedge = spec.hedge();
        hedges = hedge == null ? null : budget(hedge.budget());
        RetryBreakerSpec limit = spec.retries().breaker();
        breaker = limit == null
                ? null
                : new Scoped<>(
                        limit.scope(), () -> new RetryBreaker(limit.share().share()));
        CircuitBreakerSpec breaking = spec.circuitBreaker();
        circuit = breaking == null ? null : new Circuit(breaking);
        ThrottleSpec throttling = spec.throttle();
        throttle = throttling == null
                ? null
                : new Scoped<>(
                        throttling.scope(),
                        () -> new AdaptiveThrottle(
                                throttling.k(), throttling.window().toNanos()));
    }

    private static @Nullable Scoped<RetryLimit> budget(@Nullable RetryBudgetSpec spec) {
        return spec == null
                ? null
                : new Scoped<>(
                        spec.scope(), () -> new RetryBudget(spec.deposit().share(), spec.cap(), spec.atFirst()));
    }

    /** Tells {@code each} of what the circuit breaker does, if there is one. */
    void tells(String caller, String call, Circuit.Turns each) {
        if (circuit != null) {
            circuit.tells(caller, call, each);
        }
    }

    /** Counts a first attempt. */
    void firstAttempt(Node parent) {
        if (budget != null) {
            budget.of(parent).firstAttempt();
        }
        if (breaker != null) {
            breaker.of(parent).firstAttempt();
        }
        if (hedges != null) {
            hedges.of(parent).firstAttempt();
        }
    }

    /** Counts a failed attempt, hedges included in the one they belong to. */
    void failed(Node parent) {
        if (breaker != null) {
            breaker.of(parent).failed();
        }
    }

    boolean allowRetry(Node parent) {
        return (breaker == null || breaker.of(parent).allowsRetry())
                && (budget == null || budget.of(parent).allowsRetry());
    }

    boolean allowHedge(Node parent) {
        return hedges == null || hedges.of(parent).allowsRetry();
    }

    boolean mayTurnAway() {
        return throttle != null || circuit != null;
    }

    /** Tells whether the caller sends an attempt rather than turn it away; {@code uniform} is a random number in [0, 1). */
    boolean admit(Node parent, long now, double uniform) {
        boolean admits = throttle == null || throttle.of(parent).admits(now, uniform);
        return admits && (circuit == null || circuit.admits(parent, now));
    }

    /** Counts an attempt that was sent and ended so: an error is an answer of a dependency that accepted the call. */
    void ended(Node parent, Outcome outcome, long now) {
        boolean accepted = outcome == Outcome.OK || outcome == Outcome.ERROR || outcome == Outcome.CANCELLED;
        if (throttle != null && accepted) {
            throttle.of(parent).accepted(now);
        }
        if (circuit != null) {
            circuit.ended(parent, outcome, now);
        }
    }
}
