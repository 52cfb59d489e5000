package dev.foreshock.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The twin of a small system in this process, beside its simulation. How long anything takes decides nothing here. */
class TwinTest {
    private static final Scenario SHOP = Scenario.named("shop", Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(4)))
            .component(
                    "web",
                    ServerSpec.of(4, new Exponential(Duration.ofMillis(5)))
                            .call("db", CallSpec.plain().within(Duration.ofSeconds(5)))
                            .build())
            .component("db", DatabaseSpec.of(2, new Exponential(Duration.ofMillis(2))))
            .users(
                    "visitors",
                    new UsersSpec(
                            "web",
                            VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                            Duration.ofSeconds(10),
                            new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                            LinkSpec.NONE))
            .traffic("visitors", "usual", new Constant(Rate.perSecond(50)))
            .build();

    /** Nothing succeeds before somebody ends a fault that has no end of its own. */
    private static Scenario failing(Action... actions) {
        Condition always = Condition.of(Signal.REQUESTS, Comparison.AT_LEAST, 0, Duration.ZERO);
        return Scenario.named("failing", SHOP.clock())
                .system(SHOP.system())
                .users("visitors", SHOP.users().get("visitors"))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(50)))
                .fault(
                        "cause",
                        new FaultSpec(Moment.after(Duration.ZERO), null, "web.db", new Errors(Percent.HUNDRED), true))
                .monitor(
                        "always",
                        new Alert("web", Duration.ofMillis(300), always, Set.of("sam"), Set.of(), Percent.ZERO, true))
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .step(
                        "mend",
                        StepSpec.by("sam", Duration.ofMillis(100)).does(actions).build())
                .build();
    }

    private static RunResult played(Scenario scenario) throws Exception {
        try (Twin twin = Twin.start(scenario, TwinOptions.inThisProcess(), line -> {})) {
            return twin.play(Play.of(7, 0), System.nanoTime(), () -> false, now -> {})
                    .result();
        }
    }

    @Test
    void aStepEndsAFaultInTheServicesThatPlayIt() throws Exception {
        assertThat(played(failing()).requests().succeeded()).isZero();
        RunResult ended = played(failing(new Action.End("cause")));
        assertThat(ended.requests().succeeded()).isPositive();
        assertThat(ended.journal().of(Event.ACTED))
                .extracting(JournalEntry::text)
                .containsExactly("end cause");
        JournalEntry over = ended.journal().of(Event.FAULT_OVER).findFirst().orElseThrow();
        assertThat(ended.journal().entries().get(over.cause()).text()).isEqualTo("end cause");
    }

    @Test
    void theTwinHasTheUsersOfTheSimulation() throws Exception {
        RunResult simulated = Simulation.of(SHOP).replication(7, 0, Watcher.NONE);
        try (Twin twin = Twin.start(SHOP, TwinOptions.inThisProcess(), line -> {})) {
            long unwarmed = twin.leadNanos(1);
            assertThat(twin.leadNanos(2)).as("nothing checks by another clock").isEqualTo(unwarmed);
            twin.warm(7, Duration.ofSeconds(2), () -> false);
            assertThat(twin.leadNanos(1)).as("knows how long telling all takes").isGreaterThan(unwarmed);
            Played played = twin.play(Play.of(7, 0), System.nanoTime(), () -> false, now -> {});
            RunResult result = played.result();
            assertThat(result.world()).isEqualTo("staging");
            assertThat(result.requests().offered())
                    .isEqualTo(simulated.requests().offered());
            assertThat(result.requests().failed()).isZero();
            assertThat(result.users().total()).isEqualTo(simulated.users().total());
            assertThat(result.components().get("db").completions())
                    .isBetween(result.requests().succeeded(), result.requests().offered());
            assertThat(played.mostLateNanos()).isGreaterThanOrEqualTo(played.lateNanos());
        }
    }
}
