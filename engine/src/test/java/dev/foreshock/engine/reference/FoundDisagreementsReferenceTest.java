package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What engine and interpreter once disagreed about, each as small as it was found. */
class FoundDisagreementsReferenceTest {
    private static final Duration TEN_MILLIS = Duration.ofMillis(10);

    private static void assertAgreement(double perSecond, CallSpec call, Map<String, ComponentSpec> components) {
        ScenarioBuilder scenario = Scenario.named("found", Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(20)))
                .component(
                        "front",
                        ServerSpec.of(50, new Fixed(Duration.ZERO))
                                .call("web", call)
                                .build())
                .users(
                        "u",
                        new UsersSpec(
                                "front",
                                VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                                Duration.ofSeconds(5),
                                new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                                LinkSpec.NONE))
                .traffic("u", "usual", new Constant(Rate.perSecond(perSecond)));
        components.forEach(scenario::component);
        Scenario built = scenario.build();
        for (long seed = 0; seed < 5; seed++) {
            Story simulated = Story.simulated(built, seed, 0);
            assertThat(simulated.sights()).hasSizeGreaterThan(100);
            assertThat(Interpreter.tell(built, seed, 0).difference(simulated))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @Test
    void aRequestThatInterruptsHasNothingOfOneThatLeftInterrupted() {
        ServerSpec web = ServerSpec.of(1, new Exponential(TEN_MILLIS))
                .discipline(DisciplineSpec.of(Order.PREEMPTIVE_LIFO))
                .build();
        assertAgreement(90, CallSpec.plain().within(Duration.ofMillis(30)).cancelling(), Map.of("web", web));
    }

    @Test
    void aReplicaIsDrawnAsIfThoseThatAreDownWereNotThere() {
        ServerSpec web = ServerSpec.of(1, new Exponential(TEN_MILLIS))
                .replicas(4)
                .choose(ChoiceSpec.of(By.RANDOM))
                .breakdowns(BreakdownSpec.of(
                        new Exponential(Duration.ofMillis(200)), new Exponential(Duration.ofMillis(100)), Work.LOST))
                .build();
        assertAgreement(100, CallSpec.plain(), Map.of("web", web));
    }

    @Test
    void aRequestThatWaitsForARepairIsHeldByTheReplicaItWaitsIn() {
        RetryBudgetSpec budget = new RetryBudgetSpec(Percent.of(20), 3, null, Scope.REPLICA);
        ServerSpec web = ServerSpec.of(2, new Exponential(TEN_MILLIS))
                .replicas(3)
                .breakdowns(BreakdownSpec.of(
                        new Exponential(Duration.ofMillis(100)), new Exponential(Duration.ofMillis(200)), Work.KEPT))
                .call(
                        "db",
                        CallSpec.plain()
                                .within(TEN_MILLIS)
                                .retrying(RetrySpec.of(2).budgeted(budget)))
                .build();
        assertAgreement(
                60, CallSpec.plain(), Map.of("web", web, "db", DatabaseSpec.of(1, new Exponential(TEN_MILLIS))));
    }

    @Test
    void noHedgeIsSentWhenTheTimeOfTheAttemptIsOver() {
        CallSpec hedged = CallSpec.plain().within(Duration.ofMillis(30)).hedged(new HedgeSpec(TEN_MILLIS, 3, null));
        ComponentSpec web = DatabaseSpec.of(3, new Exponential(Duration.ofMillis(20)));
        assertAgreement(30, hedged.timesTogether(2), Map.of("web", web));
    }

    @Test
    void allThatWasSentForAnAttemptIsLetGoBeforeTheNextAttemptTimesOut() {
        CallSpec hedged = CallSpec.plain()
                .within(Duration.ofMillis(30))
                .cancelling()
                .hedged(new HedgeSpec(Duration.ofMillis(4), 1, null));
        ComponentSpec web = DatabaseSpec.of(1, new Exponential(Duration.ofMillis(40)));
        assertAgreement(10, hedged.timesTogether(3), Map.of("web", web));
    }

    @Test
    void whatIsLeftOfAnAttemptTimesOutInItsPlaceThoughItsFirstSendingFailed() {
        CallSpec hedged = CallSpec.plain()
                .within(Duration.ofMillis(30))
                .cancelling()
                .hedged(new HedgeSpec(Duration.ofMillis(4), 1, null));
        ServerSpec web = ServerSpec.of(2, new Exponential(Duration.ofMillis(25)))
                .fails(Percent.of(30))
                .build();
        assertAgreement(10, hedged.timesTogether(3), Map.of("web", web));
    }
}
