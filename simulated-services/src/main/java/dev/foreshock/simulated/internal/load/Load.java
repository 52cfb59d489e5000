package dev.foreshock.simulated.internal.load;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.live.Part;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.UsersPart;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.Played;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Outward;
import dev.foreshock.simulated.internal.wire.Token;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All users of one run, at their pace. */
public final class Load implements AutoCloseable {
    private final Pace<UsersPart> pace;
    private final Outward outward;

    private Load(Scenario scenario, Token token, Begin begin, Probe probe, Vertx vertx, Consumer<Action> acts) {
        outward = new Outward(vertx, token, begin, this::post) {
            @Override
            public void answer(long ticket, Outcome outcome) {
                throw new IllegalStateException("nobody calls users");
            }

            @Override
            public void act(Action action) {
                acts.accept(action);
            }
        };
        PartOptions options = PartOptions.of(begin.seed(), begin.replication())
                .without(begin.elsewhere())
                .seenBy(probe);
        pace = Pace.of("users", begin.startNanos(), UsersPart.of(scenario, options, outward));
        pace.start();
    }

    private void post(Consumer<Part> message) {
        pace.post(message::accept);
    }

    /**
     * Begins to send what users of a scenario send.
     *
     * @param token the token of the twin
     * @param probe sees it, on the thread of the users
     * @param acts does what people do to components, on another thread than that
     */
    public static Load begin(
            Scenario scenario, Token token, Begin begin, Probe probe, Vertx vertx, Consumer<Action> acts) {
        return new Load(scenario, token, begin, probe, vertx, acts);
    }

    /** Shows the people what was read of a part; null if nothing could be. */
    public void observe(String part, @Nullable Scrape scrape) {
        pace.post(users -> users.observe(part, scrape));
    }

    /** Hears no more answers: the time of the run is over. */
    public void freeze() {
        outward.freeze();
    }

    /** Ends the run, whose time must be over, and returns what came of it. */
    public Played end(Collection<PartReport> others) {
        return pace.ask(users -> new Played(
                        users.close(others),
                        pace.lateness().quantileNanos(0.99),
                        pace.lateness().mostNanos(),
                        outward.hops()))
                .join();
    }

    /** Returns what the calls of users cost so far beside the time in their components. */
    public Map<String, HopCost> hops() {
        return pace.ask(users -> outward.hops()).join();
    }

    /** Returns why the users ended by a bug; null if they did not. */
    public @Nullable Throwable failure() {
        return pace.failure();
    }

    @Override
    public void close() {
        pace.close();
        outward.close();
    }
}
