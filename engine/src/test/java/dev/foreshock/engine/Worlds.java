package dev.foreshock.engine;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.CountLaw;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/** Small scenarios that many tests begin with. */
public final class Worlds {
    /** The seed of tests that draw. */
    public static final long SEED = 20_260_101;

    private Worlds() {}

    /** Returns a clock from 09:00 on for {@code length}. */
    public static Clock from9(Duration length) {
        return Clock.of("2026-01-01T09:00:00Z", length);
    }

    /** Returns users who look at one page of {@code component} and wait for it as long as it takes. */
    public static UsersSpec onePage(String component) {
        return users(component, new Count(1), new Fixed(Duration.ZERO), Duration.ofDays(300), habits(0, 0));
    }

    /** Returns users. */
    public static UsersSpec users(
            String component, CountLaw pages, TimeLaw think, Duration patience, FailureHabits habits) {
        return new UsersSpec(component, VisitSpec.of(pages, think), patience, habits, LinkSpec.NONE);
    }

    /** Returns habits: the chance of a refresh in percent, at most some times, five seconds after the failure. */
    public static FailureHabits habits(double refresh, int atMost) {
        return new FailureHabits(Percent.of(refresh), new Fixed(Duration.ofSeconds(5)), atMost);
    }

    /** Returns a scenario in which single-page users come at a rate to one component. */
    public static ScenarioBuilder open(ComponentSpec web, double perSecond, Duration length) {
        return Scenario.named("open", from9(length))
                .component("web", web)
                .users("visitors", onePage("web"))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(perSecond)));
    }

    /** Runs replications on this thread. */
    public static RunSet run(Scenario scenario, int replications) {
        return Simulation.of(scenario).run(RunOptions.inline(replications).seed(SEED));
    }

    /** Runs one replication. */
    public static RunResult runOnce(Scenario scenario) {
        return run(scenario, 1).runs().get(0);
    }

    /** Returns how to see the same run again. */
    public static String replay() {
        return "seed " + SEED;
    }
}
