package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Part;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Callers;
import dev.foreshock.simulated.internal.wire.Outward;
import dev.foreshock.simulated.internal.wire.PartPlayed;
import dev.foreshock.simulated.internal.wire.Token;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a component: its part at its pace, and whom it calls. */
final class Playing {
    private final Pace<ComponentPart> pace;
    private final Outward outward;
    private final long run;
    private final @Nullable BackedRun backed;

    Playing(
            String component,
            Scenario scenario,
            Token token,
            Begin begin,
            Vertx vertx,
            Waiting waiting,
            @Nullable Backing backing) {
        run = begin.startNanos();
        outward = new Outward(answers -> new Callers(vertx, token, begin, answers), this::post) {
            @Override
            public void answer(long ticket, Outcome outcome) {
                waiting.answer(ticket, outcome);
            }

            @Override
            public void act(Action action) {
                throw new IllegalStateException("a component must act on nothing, but " + component + " " + action);
            }
        };
        PartOptions options = PartOptions.of(begin.seed(), begin.replication()).without(begin.elsewhere());
        backed = backing == null ? null : backing.begin(begin, this::postToComponent, waiting);
        ComponentPart part =
                ComponentPart.of(scenario, component, options, outward, backed == null ? null : backed.behind());
        pace = Pace.of(component, begin.startNanos(), part);
        pace.start();
    }

    private void post(Consumer<Part> message) {
        pace.post(message::accept);
    }

    private void postToComponent(Consumer<ComponentPart> message) {
        pace.post(message);
    }

    /** Tells whether a call belongs to this run. */
    boolean is(long startNanos) {
        return run == startNanos;
    }

    /** Tells whether its time 0 has come. */
    boolean hasBegun() {
        return System.nanoTime() - run >= 0;
    }

    /** Hears no more answers: the time of the run is over. */
    void freeze() {
        outward.freeze();
    }

    Pace<ComponentPart> pace() {
        return pace;
    }

    /** Ends the run. */
    CompletableFuture<PartPlayed> end() {
        CompletableFuture<String> finished =
                backed == null ? CompletableFuture.completedFuture("") : backed.finish(pace);
        return finished.thenCompose(behind -> pace.ask(part -> new PartPlayed(
                        part.report(),
                        pace.lateness().quantileNanos(0.99),
                        pace.lateness().mostNanos(),
                        costs(),
                        behind)))
                .whenComplete((played, failure) -> close());
    }

    private Map<String, HopCost> costs() {
        Map<String, HopCost> costs = new TreeMap<>(outward.hops());
        if (backed != null) {
            costs.putAll(backed.costs());
        }
        return costs;
    }

    void close() {
        if (backed != null) {
            backed.close();
        }
        pace.close();
        outward.close();
    }
}
