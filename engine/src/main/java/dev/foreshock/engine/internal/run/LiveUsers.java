package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.people.Plant;
import dev.foreshock.engine.internal.people.Response;
import dev.foreshock.engine.internal.people.Sight;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of a scenario, with the monitors and people who watch: what {@link dev.foreshock.engine.live.UsersPart} is made of. */
public final class LiveUsers implements Plant {
    private final Scenario scenario;
    private final int replication;
    private final LiveWorld live;
    private final Ledger ledger;
    private final Crowds crowds;
    private final Response response;
    private final Injections injections;
    private final Beyond beyond;
    private final Observatory observatory;
    private final @Nullable AftermathWatch aftermath;
    private long nextLook;

    /** Compiles users and people. */
    public LiveUsers(Scenario scenario, PartOptions options, Beyond beyond) {
        this.scenario = scenario;
        this.beyond = beyond;
        replication = options.replication();
        live = new LiveWorld(scenario, Set.of(), options, beyond, null);
        World world = live.world;
        Map<String, RateTable> traffic = Replications.tables(scenario);
        ledger = Ledger.of(scenario);
        observatory = new Observatory(world);
        injections = new Injections(scenario, world, options.elsewhere());
        Trigger trigger = Trigger.of(scenario, traffic, injections::overNanos);
        aftermath = trigger == null
                ? null
                : new AftermathWatch(
                        scenario,
                        trigger,
                        // What each component got for a request is not known here: users see their own calls alone.
                        Map.of(),
                        () -> ledger.requests().offered());
        response = new Response(scenario, this, world.journal, world.kernel, world.streams);
        crowds = new Crowds(scenario, traffic, world, ledger);
        nextLook = live.nextLook(0);
        crowds.open();
        response.open();
        injections.plan();
    }

    /** Carries out what is due; returns when the next thing is. */
    public long advance(long nowNanos) {
        while (nextLook <= Math.min(nowNanos, live.endNanos)) {
            live.advance(nextLook);
            crowds.look(nextLook);
            if (aftermath != null) {
                aftermath.look(nextLook);
            }
            nextLook = live.nextLook(nextLook);
        }
        return live.advance(nowNanos);
    }

    /** Takes the answer to a call that was sent. */
    public void answered(long ticket, Outcome outcome) {
        live.answered(ticket, outcome);
    }

    /** Takes what was read of another part, or that nothing could be. */
    public void observe(String part, @Nullable Scrape scrape) {
        observatory.observe(part, scrape, live.world.kernel.nowNanos());
    }

    /** Reads what a scrape reads. */
    public Scrape scrape() {
        return live.scrape();
    }

    /** Returns the result of the whole run, with what other parts saw, and requests as whoever sent them saw them, if that was another. */
    public RunResult close(Collection<PartReport> others, @Nullable List<SeenRequest> seen) {
        long waiting = crowds.close(live.endNanos);
        ledger.close(live.endNanos);
        live.world.checkConservation(waiting, ledger.requests().inFlight());
        Gathering gathering = new Gathering(
                Gathering.callersIn(scenario.system()),
                live.world.journal.close(),
                Figures.of(live.world, live.endNanos),
                live.gauges(),
                others);
        return new Conclusion(scenario, told(seen), gathering.journal(), observatory.away(live.endNanos))
                .result(
                        "staging",
                        replication,
                        impacts -> aftermath == null ? Aftermath.NONE : aftermath.close(impacts, live.endNanos),
                        gathering.components(),
                        gathering.gauges(),
                        0,
                        0);
    }

    private Ledger told(@Nullable List<SeenRequest> seen) {
        if (seen == null) {
            return ledger;
        }
        Ledger told = ledger.asSeen(seen);
        told.close(live.endNanos);
        return told;
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.End end) {
            if (injections.end(end, cause, nowNanos)) {
                beyond.act(action);
            }
        } else {
            live.world.component(action.target()).act(action, cause, nowNanos);
        }
    }

    @Override
    public Sight sight(String name) {
        return observatory.sight(name);
    }

    @Override
    public long usersThrough(String name) {
        return crowds.usersThrough(name);
    }

    @Override
    public double usual(String name, Signal signal, long nowNanos) {
        return crowds.usual(name, signal, nowNanos);
    }
}
