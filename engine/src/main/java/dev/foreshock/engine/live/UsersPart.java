package dev.foreshock.engine.live;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.internal.run.LiveUsers;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All users of a scenario, with its monitors, responders and runbook, as a part of its own. Not thread-safe. */
public final class UsersPart implements Part {
    private final LiveUsers live;

    private UsersPart(LiveUsers live) {
        this.live = live;
    }

    /**
     * Compiles users and people at time 0.
     *
     * @throws dev.foreshock.engine.describe.InvalidScenarioException if anything in the scenario is wrong
     */
    public static UsersPart of(Scenario scenario, PartOptions options, Beyond beyond) {
        Inspector.requireSound(scenario);
        return new UsersPart(new LiveUsers(scenario, options, beyond));
    }

    @Override
    public long advance(long nowNanos) {
        return live.advance(nowNanos);
    }

    @Override
    public void answered(long ticket, Outcome outcome) {
        live.answered(ticket, outcome);
    }

    /** Takes what was read of another part just now, null if it could not be scraped. */
    public void observe(String part, @Nullable Scrape scrape) {
        live.observe(part, scrape);
    }

    @Override
    public Scrape scrape() {
        return live.scrape();
    }

    /**
     * Ends the run, which must have been advanced to its end, and returns its result, whose world is {@code staging}.
     *
     * @param others what the other parts saw
     */
    public RunResult close(Collection<PartReport> others) {
        return live.close(others, null);
    }

    /**
     * Ends the run as {@link #close(Collection)} does, with requests as somebody else saw them who sent them for the users. Who was
     * affected, and what monitors and people did, is what it is here.
     *
     * @param others what the other parts saw
     * @param seen all requests of users, those that are not over too
     */
    public RunResult close(Collection<PartReport> others, List<SeenRequest> seen) {
        return live.close(others, List.copyOf(seen));
    }
}
