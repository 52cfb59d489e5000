package dev.foreshock.simulated.internal.load;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.live.Part;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.live.UsersPart;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.Played;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.wire.Answer;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Carrier;
import dev.foreshock.simulated.internal.wire.Outward;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All users of one run, at their pace. */
public final class Load implements AutoCloseable {
    private final Pace<UsersPart> pace;
    private final Outward outward;

    private Load(
            Scenario scenario,
            Begin begin,
            Probe probe,
            Function<BiConsumer<Long, Answer>, Carrier> carriers,
            Consumer<Action> acts) {
        outward = new Outward(carriers, this::post) {
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
     * @param probe sees it, on the thread of the users
     * @param carriers makes what carries it, given who takes the answers
     * @param acts does what people do to components, on another thread than that
     */
    public static Load begin(
            Scenario scenario,
            Begin begin,
            Probe probe,
            Function<BiConsumer<Long, Answer>, Carrier> carriers,
            Consumer<Action> acts) {
        return new Load(scenario, begin, probe, carriers, acts);
    }

    /** Shows the people what was read of a part; null if nothing could be. */
    public void observe(String part, @Nullable Scrape scrape) {
        pace.post(users -> users.observe(part, scrape));
    }

    /** Hears no more answers: the time of the run is over. */
    public void freeze() {
        outward.freeze();
    }

    /** Waits until the users have done all that is due. */
    public void settle() {
        pace.ask(users -> true).join();
    }

    /** Ends the run, whose time must be over, and returns what came of it. */
    public Played end(Collection<PartReport> others) {
        return ended(users -> users.close(others), null);
    }

    /**
     * Ends the run, whose time must be over, with requests as somebody else saw them.
     *
     * @param seen what that wrote down
     * @param requests the requests
     */
    public Played end(Collection<PartReport> others, LoadSeen seen, List<SeenRequest> requests) {
        return ended(users -> users.close(others, requests), seen);
    }

    private Played ended(Function<UsersPart, RunResult> closing, @Nullable LoadSeen seen) {
        return pace.ask(users -> new Played(
                        closing.apply(users),
                        pace.lateness().quantileNanos(0.99),
                        pace.lateness().mostNanos(),
                        outward.hops(),
                        Map.of(),
                        seen))
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
