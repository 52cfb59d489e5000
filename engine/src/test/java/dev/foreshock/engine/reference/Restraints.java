package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.CircuitBreakerSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
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
    private final @Nullable CircuitBreakerSpec circuit;
    private final Map<Long, Switch> switches = new HashMap<>();

    /** Hears when a circuit breaker opens or closes. */
    BiConsumer<Event, String> turns = (event, text) -> {};

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

    /** One circuit breaker: the last ends, true for good ones, or those of the trials while it tries. */
    private static final class Switch {
        List<Boolean> ends = new ArrayList<>();
        boolean open;
        boolean tries;
        long until;
        int sent;
        int withdrawn;

        long bad() {
            return ends.stream().filter(good -> !good).count();
        }
    }

    Restraints(CallSpec spec) {
        circuit = spec.circuitBreaker();
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
        return throttle != null || circuit != null;
    }

    /** Tells whether an attempt is sent. */
    boolean admits(Request made, long now, double uniform) {
        return (throttle == null || throttleAdmits(made, now, uniform))
                && (circuit == null || circuitAdmits(made, now));
    }

    private boolean circuitAdmits(Request made, long now) {
        Switch it = of(circuit, CircuitBreakerSpec::scope, made, switches, new Switch());
        if (it.open && now >= it.until) {
            it.open = false;
            it.tries = true;
            it.ends = new ArrayList<>();
            it.sent = 0;
            it.withdrawn = 0;
        }
        if (it.open) {
            return false;
        }
        if (it.tries) {
            if (it.sent - it.withdrawn >= circuit.trials()) {
                return false;
            }
            it.sent++;
        }
        return true;
    }

    private void circuitEnded(Request made, Outcome outcome, long now) {
        Switch it = of(circuit, CircuitBreakerSpec::scope, made, switches, new Switch());
        if (it.open) {
            return;
        }
        if (outcome == Outcome.CANCELLED) {
            // Who was sent before the trials can be withdrawn, too: no more may try than are left to be heard of.
            int mayTry = circuit.trials() - (it.sent - it.withdrawn);
            if (it.tries && mayTry < circuit.trials() - it.ends.size()) {
                it.withdrawn++;
            }
            return;
        }
        it.ends.add(outcome == Outcome.OK);
        int counts = it.tries ? circuit.trials() : circuit.calls();
        while (it.ends.size() > counts) {
            it.ends.remove(0);
        }
        if (it.ends.size() < counts) {
            return;
        }
        boolean bad = it.bad() >= circuit.share().share() * counts;
        String who = circuit.scope() == Scope.REPLICA ? " (replica " + (made.replica + 1) + ")" : "";
        if (bad) {
            String why = it.tries ? " of its trials failed" : " of its last " + counts + " calls failed";
            tell(
                    Event.CIRCUIT_OPENED,
                    who + " stops calling CALL" + (it.tries ? " again" : "") + ": at least " + circuit.share() + why);
            it.open = true;
            it.until = now + circuit.lasts().toNanos();
        } else if (it.tries) {
            tell(Event.CIRCUIT_CLOSED, who + " calls CALL again: its trials went well");
        }
        if (bad || it.tries) {
            it.tries = false;
            it.ends = new ArrayList<>();
        }
    }

    private void tell(Event event, String text) {
        if (circuit.scope() != Scope.USER) {
            turns.accept(event, text);
        }
    }

    private boolean throttleAdmits(Request made, long now, double uniform) {
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
        if (circuit != null) {
            circuitEnded(made, outcome, now);
        }
        boolean accepted = outcome == Outcome.OK || outcome == Outcome.ERROR || outcome == Outcome.CANCELLED;
        if (throttle != null && accepted) {
            of(throttle, ThrottleSpec::scope, made, windows, new Window())
                    .accepts
                    .add(step(throttle, now));
        }
    }
}
