package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.wire.Answer;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Callers;
import dev.foreshock.simulated.internal.wire.Hops;
import dev.foreshock.simulated.internal.wire.PartPlayed;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** One run of a component: its part at its pace, and whom it calls. */
final class Playing {
    private final Pace<ComponentPart> pace;
    private final Callers callers;
    private final Hops hops = new Hops();
    private final long run;
    private volatile boolean isFrozen;

    Playing(String component, Scenario scenario, Begin begin, Vertx vertx, Waiting waiting) {
        run = begin.startNanos();
        callers = new Callers(vertx, begin, this::answered);
        PartOptions options = PartOptions.of(begin.seed(), begin.replication()).without(begin.elsewhere());
        pace = Pace.of(
                component,
                begin.startNanos(),
                self -> ComponentPart.of(scenario, component, options, new Beyond() {
                    @Override
                    public void send(long ticket, Hop hop) {
                        hops.sent(ticket, hop.from());
                        callers.send(ticket, hop);
                    }

                    @Override
                    public void stop(long ticket) {
                        hops.stopped(ticket);
                        callers.stop(ticket);
                    }

                    @Override
                    public void answer(long ticket, Outcome outcome) {
                        waiting.answer(ticket, outcome);
                    }

                    @Override
                    public void act(Action action) {
                        throw new IllegalStateException(
                                "a component must act on nothing, but " + component + " " + action);
                    }
                }));
        pace.start();
    }

    /** Tells whether a call belongs to this run. */
    boolean is(long startNanos) {
        return run == startNanos;
    }

    /** Hears no more answers: the time of the run is over, and what other services answer as they end is no part of it. */
    void freeze() {
        isFrozen = true;
    }

    private void answered(long ticket, Answer answer) {
        if (isFrozen) {
            return;
        }
        pace.post(part -> {
            hops.answered(ticket, answer);
            part.answered(ticket, answer.outcome());
        });
    }

    Pace<ComponentPart> pace() {
        return pace;
    }

    /** Ends the run. */
    CompletableFuture<PartPlayed> end() {
        return pace.ask(part -> new PartPlayed(
                        part.report(),
                        pace.lateness().quantileNanos(0.99),
                        pace.lateness().mostNanos(),
                        hops.costs()))
                .whenComplete((played, failure) -> close());
    }

    void close() {
        pace.close();
        callers.close();
    }
}
