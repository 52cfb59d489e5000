package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.internal.parts.Database;
import dev.foreshock.engine.internal.parts.Server;
import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Pages;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A component as a part of its own: what {@link dev.foreshock.engine.live.ComponentPart} is made of. */
public final class LiveComponent {
    private final String name;
    private final LiveWorld live;
    private final Entrance entrance;
    private final Injections injections;
    private final boolean suffersPauses;

    /** Numbers the times that it stood: from below, where no fault of the scenario has its number. */
    private int stops;

    /** Compiles the component called {@code name}. */
    public LiveComponent(Scenario scenario, String name, PartOptions options, Beyond beyond, @Nullable Behind behind) {
        this.name = name;
        live = new LiveWorld(scenario, Set.of(name), options, beyond, behind);
        entrance = new Entrance(live.world, beyond);
        ComponentSpec spec = scenario.system().components().get(name);
        suffersPauses = spec != null && spec.suffers(Pause.ALL);
        injections = new Injections(scenario, live.world, options.elsewhere());
        injections.plan();
    }

    /** Carries out what is due; returns when the next thing is. */
    public long advance(long nowNanos) {
        return live.advance(nowNanos);
    }

    /**
     * Lives through a time in which its process was stopped: what was in service then goes on where it was, and what came meanwhile
     * waited.
     */
    public void stood(long fromNanos, long untilNanos) {
        Component component = live.world.component(name);
        if (!suffersPauses) {
            live.advance(untilNanos);
            return;
        }
        live.advance(fromNanos);
        int number = --stops;
        component.strike(new Strike(number, Pause.ALL, true, true, Notes.NO_CAUSE), live.world.kernel.nowNanos());
        live.advance(untilNanos);
        component.strike(new Strike(number, Pause.ALL, false, true, Notes.NO_CAUSE), live.world.kernel.nowNanos());
        live.world.checkups.look(name);
    }

    /** Takes a call. */
    public void arrive(long ticket, Hop hop) {
        entrance.arrive(ticket, hop);
    }

    /** Handles that nobody waits for a call any more. */
    public void stop(long ticket) {
        entrance.stop(ticket);
    }

    /** Takes the answer to a call that was sent. */
    public void answered(long ticket, Outcome outcome) {
        live.answered(ticket, outcome);
    }

    /** Takes what came of a query that was carried out; returns whether it was waited for. */
    public boolean carriedOut(long ticket, Outcome outcome) {
        return live.world.component(name) instanceof Database database
                && database.carriedOut(ticket, outcome, live.world.kernel.nowNanos());
    }

    /** Takes what came of looking for a page; returns whether anybody waited for it. */
    public boolean looked(long ticket, Pages.Look look) {
        return live.world.component(name) instanceof Server server
                && server.looked(ticket, look, live.world.kernel.nowNanos());
    }

    /** Takes what is known of a failover. */
    public void failover(Failover known) {
        if (live.world.component(name) instanceof Database database) {
            database.failover(known);
        }
    }

    /** Carries out an action on it, or the end of a fault that users' part has written down. */
    public void act(Action action) {
        if (action instanceof Action.End end) {
            injections.ended(end, live.world.kernel.nowNanos());
        } else {
            live.world.component(name).act(action, Notes.NO_CAUSE, live.world.kernel.nowNanos());
        }
    }

    /** Reads what a scrape reads. */
    public Scrape scrape() {
        return live.scrape();
    }

    /** Returns what it saw until now. */
    public PartReport report() {
        Map<String, ComponentFigures> own = Figures.of(live.world, Math.max(1, live.world.kernel.nowNanos()));
        Map<String, ComponentFigures> seen = new TreeMap<>(own);
        own.keySet().retainAll(Set.of(name));
        seen.remove(name);
        live.world.checkConservation(0, 0);
        return new PartReport(own, seen, live.world.journal.close(), live.gauges());
    }
}
