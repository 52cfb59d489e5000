package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What keeps a caller from sending: budgets of retries and of hedges, a breaker of retries, a throttle. One of each per scope. */
final class Restraints {
    private static final long ONE = 1_000_000_000;
    private static final int STEPS = 60;

    private final @Nullable RetryBudgetSpec retries;
    private final @Nullable RetryBudgetSpec hedges;
    private final @Nullable RetryBreakerSpec breaker;
    private final @Nullable ThrottleSpec throttle;
    private final Map<Long, Long> retryTokens = new HashMap<>();
    private final Map<Long, Long> hedgeTokens = new HashMap<>();
    private final Map<Long, long[]> breakers = new HashMap<>();
    private final Map<Long, Window> windows = new HashMap<>();

    /** The steps of time in which attempts were asked for and accepted. */
    private static final class Window {
        final List<Long> requests = new ArrayList<>();
        final List<Long> accepts = new ArrayList<>();

        void forget(long step) {
            requests.removeIf(each -> each <= step - STEPS);
            accepts.removeIf(each -> each <= step - STEPS);
        }
    }

    Restraints(CallSpec spec) {
        retries = spec.retries().budget();
        breaker = spec.retries().breaker();
        hedges = spec.hedge() == null ? null : spec.hedge().budget();
        throttle = spec.throttle();
    }

    private static <S, V> V of(S spec, Function<S, Scope> scope, Request made, Map<Long, V> all, V first) {
        long who = switch (scope.apply(spec)) {
            case FLEET -> 0L;
            case REPLICA -> made.replica;
            case USER -> made.session;
        };
        return Objects.requireNonNull(all.computeIfAbsent(who, any -> first));
    }

    private static void put(RetryBudgetSpec spec, Request made, Map<Long, Long> all, long tokens) {
        long who = switch (spec.scope()) {
            case FLEET -> 0L;
            case REPLICA -> made.replica;
            case USER -> made.session;
        };
        all.put(who, tokens);
    }

    private static long tokens(RetryBudgetSpec spec, Request made, Map<Long, Long> all) {
        return of(spec, RetryBudgetSpec::scope, made, all, spec.atFirst() * ONE);
    }

    /** A first attempt fills the budgets. */
    void firstAttempt(Request made) {
        if (retries != null) {
            fill(retries, made, retryTokens);
        }
        if (hedges != null) {
            fill(hedges, made, hedgeTokens);
        }
        if (breaker != null) {
            of(breaker, RetryBreakerSpec::scope, made, breakers, new long[2])[0]++;
        }
    }

    private static void fill(RetryBudgetSpec spec, Request made, Map<Long, Long> all) {
        long more = Math.round(spec.deposit().share() * ONE);
        put(spec, made, all, Math.min(spec.cap() * ONE, tokens(spec, made, all) + more));
    }

    private static boolean spend(@Nullable RetryBudgetSpec spec, Request made, Map<Long, Long> all) {
        if (spec == null) {
            return true;
        }
        long tokens = tokens(spec, made, all);
        if (tokens < ONE) {
            return false;
        }
        put(spec, made, all, tokens - ONE);
        return true;
    }

    /** An attempt has failed. */
    void failed(Request made) {
        if (breaker != null) {
            of(breaker, RetryBreakerSpec::scope, made, breakers, new long[2])[1]++;
        }
    }

    boolean allowRetry(Request made) {
        if (breaker != null) {
            long[] counts = of(breaker, RetryBreakerSpec::scope, made, breakers, new long[2]);
            if (counts[1] > breaker.share().share() * counts[0]) {
                return false;
            }
        }
        return spend(retries, made, retryTokens);
    }

    boolean allowHedge(Request made) {
        return spend(hedges, made, hedgeTokens);
    }

    boolean throttles() {
        return throttle != null;
    }

    /** Tells whether an attempt is sent, with the probability of adaptive throttling. */
    boolean admits(Request made, long now, double uniform) {
        ThrottleSpec spec = Objects.requireNonNull(throttle);
        Window window = of(spec, ThrottleSpec::scope, made, windows, new Window());
        long step = step(spec, now);
        window.forget(step);
        double requests = window.requests.size();
        double rejects = Math.max(0, (requests - spec.k() * window.accepts.size()) / (requests + 1));
        window.requests.add(step);
        return uniform >= rejects;
    }

    private static long step(ThrottleSpec spec, long now) {
        return now / Math.max(1, spec.window().toNanos() / STEPS);
    }

    /** Something that was sent has ended for the caller. */
    void ended(Request made, Outcome outcome, long now) {
        boolean accepted = outcome == Outcome.OK || outcome == Outcome.ERROR || outcome == Outcome.CANCELLED;
        if (throttle != null && accepted) {
            of(throttle, ThrottleSpec::scope, made, windows, new Window())
                    .accepts
                    .add(step(throttle, now));
        }
    }
}
