package dev.foreshock.engine.live;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.internal.run.LiveComponent;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.Outcome;
import org.jspecify.annotations.Nullable;

/** One component of a scenario, as a part of its own. Not thread-safe. */
public final class ComponentPart implements Part {
    private final LiveComponent live;

    private ComponentPart(LiveComponent live) {
        this.live = live;
    }

    /**
     * Compiles a component at time 0.
     *
     * @throws IllegalArgumentException if the scenario has no such component
     * @throws dev.foreshock.engine.describe.InvalidScenarioException if anything in the scenario is wrong
     */
    public static ComponentPart of(Scenario scenario, String component, PartOptions options, Beyond beyond) {
        return of(scenario, component, options, beyond, null);
    }

    /**
     * Compiles a component at time 0.
     *
     * @param behind what really stands behind it, a {@link Store} for a database with a standby or {@link Pages} for a server of one replica
     *     with a page cache; null to have the model play that, too. Others do not ask it
     * @throws IllegalArgumentException if the scenario has no such component
     * @throws dev.foreshock.engine.describe.InvalidScenarioException if anything in the scenario is wrong
     */
    public static ComponentPart of(
            Scenario scenario, String component, PartOptions options, Beyond beyond, @Nullable Behind behind) {
        if (!scenario.system().components().containsKey(component)) {
            throw new IllegalArgumentException("a part must be a component of " + scenario.name() + ", one of "
                    + scenario.system().components().keySet() + ", but was '" + component + "'");
        }
        Inspector.requireSound(scenario);
        return new ComponentPart(new LiveComponent(scenario, component, options, beyond, behind));
    }

    @Override
    public long advance(long nowNanos) {
        return live.advance(nowNanos);
    }

    /**
     * Lives through a time in which its process was stopped, as by SIGSTOP: work that was in service then goes on where it was, instead of
     * having been done by a clock that nobody stopped. In place of {@link #advance} to {@code untilNanos}.
     *
     * @param fromNanos since when it stood, not before the time that it was advanced to last
     * @param untilNanos until when
     */
    public void stood(long fromNanos, long untilNanos) {
        live.stood(fromNanos, untilNanos);
    }

    /**
     * Takes a call from another part, which is answered by {@link Beyond#answer}.
     *
     * @param ticket names the call, unlike any other to this part
     */
    public void arrive(long ticket, Hop hop) {
        live.arrive(ticket, hop);
    }

    /** Handles that nobody waits for a call any more, and that its work is to be stopped. It is not answered then. */
    public void stop(long ticket) {
        live.stop(ticket);
    }

    @Override
    public void answered(long ticket, Outcome outcome) {
        live.answered(ticket, outcome);
    }

    /**
     * Takes what came of a query that the {@link Store} has carried out.
     *
     * @return whether it was still waited for: where it was not, nobody hears that it was acknowledged
     */
    public boolean carriedOut(long ticket, Outcome outcome) {
        return live.carriedOut(ticket, outcome);
    }

    /** Takes what came of looking for a page; returns whether anybody waited for it. What nobody waits for any more is ignored. */
    public boolean looked(long ticket, Pages.Look look) {
        return live.looked(ticket, look);
    }

    /** Takes what the {@link Store} knows of a failover by now. */
    public void failover(Failover known) {
        live.failover(known);
    }

    /** Carries out an action on the component, or ends what a fault does here. */
    public void act(Action action) {
        live.act(action);
    }

    @Override
    public Scrape scrape() {
        return live.scrape();
    }

    /** Returns what it saw until now. */
    public PartReport report() {
        return live.report();
    }
}
