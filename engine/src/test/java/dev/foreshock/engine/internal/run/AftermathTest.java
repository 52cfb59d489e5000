package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.Aftermath;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database for 30 queries a second, and clients that wait a second and may try once more. */
class AftermathTest {
    private static final Moment AFTER_A_MINUTE = Moment.after(Duration.ofMinutes(1));

    private static ScenarioBuilder storm(double perSecond, int retries) {
        RetrySpec again = new RetrySpec(retries, Duration.ZERO, 2, Duration.ZERO, Jitter.NONE, null);
        ServerSpec api = ServerSpec.of(100_000, new Fixed(Duration.ZERO))
                .call("db", CallSpec.plain().within(Duration.ofSeconds(1)).retrying(again))
                .build();
        return Worlds.open(api, perSecond, Duration.ofMinutes(6))
                .component(
                        "db",
                        ServerSpec.of(3, new Exponential(Duration.ofMillis(100)))
                                .build());
    }

    private static FaultSpec outage() {
        return FaultSpec.of(AFTER_A_MINUTE, Duration.ofSeconds(10), "db", Pause.ALL);
    }

    @Test
    void withoutATriggerThereIsNoAftermath() {
        assertThat(Worlds.runOnce(storm(10, 1).build()).aftermath()).isEqualTo(Aftermath.NONE);
    }

    @Test
    void whatRetriesSustainDoesNotComeBack() {
        Aftermath aftermath =
                Worlds.runOnce(storm(20, 1).fault("outage", outage()).build()).aftermath();
        assertThat(aftermath.trigger()).isEqualTo("fault outage");
        assertThat(aftermath.fromNanos()).isEqualTo(60_000_000_000L);
        assertThat(aftermath.untilNanos()).isEqualTo(70_000_000_000L);
        assertThat(aftermath.cameBack()).isFalse();
        assertThat(aftermath.recoverySeconds()).isInfinite();
        assertThat(aftermath.sustained()).singleElement().satisfies(burden -> {
            assertThat(burden.component()).isEqualTo("db");
            assertThat(burden.callsBefore()).isBetween(1.0, 1.3);
            assertThat(burden.callsSince()).isCloseTo(2, within(0.1));
            assertThat(burden.inVain()).isGreaterThan(0.9);
        });
    }

    @Test
    void withoutRetriesTheSameComesBack() {
        Aftermath aftermath =
                Worlds.runOnce(storm(20, 0).fault("outage", outage()).build()).aftermath();
        assertThat(aftermath.cameBack()).isTrue();
        assertThat(aftermath.sustained()).isEmpty();
        // The queue of ten seconds, 200 requests, drains at 10 a second.
        assertThat(aftermath.recoverySeconds()).isBetween(0.0, 120.0);
    }

    @Test
    void trafficOfTwiceTheUsualIsATriggerToo() {
        Aftermath aftermath = Worlds.runOnce(storm(10, 0)
                        .traffic(
                                "visitors",
                                "spike",
                                new Hold(AFTER_A_MINUTE, Moment.after(Duration.ofSeconds(80)), Rate.perSecond(30)))
                        .build())
                .aftermath();
        assertThat(aftermath.trigger()).isEqualTo("traffic of visitors");
        assertThat(aftermath.untilNanos()).isEqualTo(80_000_000_000L);
        assertThat(aftermath.cameBack()).isTrue();
    }

    /** The first look is at 15 s, so the step ends at 70 s. */
    private static ScenarioBuilder ending(ScenarioBuilder builder, Action... actions) {
        return builder.monitor(
                        "always",
                        Alert.on("web", Condition.of(Signal.REQUESTS, Comparison.ABOVE, 0, Duration.ZERO), "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .step(
                        "mend",
                        StepSpec.by("sam", Duration.ofSeconds(55)).does(actions).build());
    }

    @Test
    void theTriggerIsOverWhenSomebodyEndsIt() {
        Aftermath ofItself = Worlds.runOnce(
                        ending(storm(20, 1)).fault("outage", outage()).build())
                .aftermath();
        assertThat(ofItself.cameBack()).isFalse();
        for (Duration lasts : new Duration[] {null, Duration.ofMinutes(3), Duration.ofMinutes(30)}) {
            Aftermath ended = Worlds.runOnce(ending(storm(20, 1), new Action.End("outage"))
                            .fault("outage", outage().lasting(lasts))
                            .build())
                    .aftermath();
            assertThat(ended).as("would last %s", lasts).isEqualTo(ofItself);
        }
    }

    @Test
    void ofSeveralFaultsTheTriggerIsOverWhenTheLastIs() {
        FaultSpec other = FaultSpec.of(AFTER_A_MINUTE, Duration.ofSeconds(42), "web", Pause.ALL);
        Aftermath aftermath = Worlds.runOnce(ending(storm(10, 0), new Action.End("outage"))
                        .fault("outage", outage().lasting(null))
                        .fault("other", other)
                        .build())
                .aftermath();
        assertThat(aftermath.untilNanos()).isEqualTo(102_000_000_000L);
    }

    @Test
    void whatIsNotOverBeforeTheEndIsNoTrigger() {
        FaultSpec forGood = new FaultSpec(AFTER_A_MINUTE, null, "db", Pause.ALL, true);
        assertThat(Worlds.runOnce(storm(10, 0).fault("outage", forGood).build()).aftermath())
                .isNull();
    }

    @Test
    void whereNoWholeWindowLiesBetweenTriggerAndEndNobodyKnowsWhetherItCameBack() {
        FaultSpec late = FaultSpec.of(Moment.after(Duration.ofSeconds(280)), Duration.ofSeconds(25), "db", Pause.ALL);
        assertThat(Worlds.runOnce(storm(20, 1).fault("late", late).build()).aftermath())
                .isNull();
        FaultSpec sooner = FaultSpec.of(Moment.after(Duration.ofSeconds(270)), Duration.ofSeconds(25), "db", Pause.ALL);
        assertThat(Worlds.runOnce(storm(20, 1).fault("sooner", sooner).build()).aftermath())
                .isNotNull();
    }

    @Test
    void aFaultThatIsSwitchedOffDoesNothing() {
        FaultSpec off = new FaultSpec(AFTER_A_MINUTE, Duration.ofSeconds(10), "db", Pause.ALL, false);
        assertThat(Worlds.runOnce(storm(10, 0).fault("outage", off).build()))
                .isEqualTo(Worlds.runOnce(storm(10, 0).build()));
    }
}
