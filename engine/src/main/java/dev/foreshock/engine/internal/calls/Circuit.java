package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.call.CircuitBreakerSpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.policy.CircuitBreaker;
import dev.foreshock.engine.policy.CircuitBreaker.State;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import org.jspecify.annotations.Nullable;

/** The circuit breakers of one route, and what is told of them. */
public final class Circuit {
    /** Hears when a breaker opens or closes. */
    @FunctionalInterface
    public interface Turns {
        /** One opened or closed. */
        void turned(Event event, String text);
    }

    private final CircuitBreakerSpec spec;
    private final Scoped<CircuitBreaker> breakers;
    private @Nullable Turns turns;
    private String caller = "";
    private String call = "";

    Circuit(CircuitBreakerSpec spec) {
        this.spec = spec;
        breakers = new Scoped<>(
                spec.scope(),
                () -> new CircuitBreaker(
                        spec.share().share(), spec.calls(), spec.lasts().toNanos(), spec.trials()));
    }

    /** Tells {@code each} from now on, by the names of the caller and its call; of a breaker per user nobody is told. */
    void tells(String byCaller, String ofCall, Turns each) {
        caller = byCaller;
        call = ofCall;
        turns = spec.scope() == Scope.USER ? null : each;
    }

    boolean admits(Node parent, long now) {
        return breakers.of(parent).admits(now);
    }

    void ended(Node parent, Outcome outcome, long now) {
        CircuitBreaker breaker = breakers.of(parent);
        if (outcome == Outcome.CANCELLED) {
            breaker.withdrawn();
            return;
        }
        State before = breaker.state();
        breaker.ended(outcome == Outcome.OK, now);
        if (turns != null && breaker.state() != before) {
            tell(turns, parent.replica, before, breaker.state());
        }
    }

    private void tell(Turns each, int replica, State before, State after) {
        String who = caller + (spec.scope() == Scope.REPLICA ? " (replica " + (replica + 1) + ")" : "");
        if (after == State.CLOSED) {
            each.turned(Event.CIRCUIT_CLOSED, who + " calls " + call + " again: its trials went well");
            return;
        }
        String stops = who + " stops calling " + call;
        String share = ": at least " + spec.share();
        each.turned(
                Event.CIRCUIT_OPENED,
                before == State.HALF_OPEN
                        ? stops + " again" + share + " of its trials failed"
                        : stops + share + " of its last " + spec.calls() + " calls failed");
    }
}
