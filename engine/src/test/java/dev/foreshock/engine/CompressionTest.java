package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private static ScenarioBuilder hour() {
        return Scenario.named("hour", Clock.of("2026-03-14T08:00Z", Duration.ofHours(1)))
                .component(
                        "web",
                        ServerSpec.of(8, new Exponential(Duration.ofMillis(20))).build())
                .users(
                        "u",
                        new UsersSpec(
                                "web",
                                VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                                Duration.ofSeconds(2),
                                new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                                LinkSpec.NONE))
                .traffic("u", "usual", new Constant(Rate.perSecond(20)))
                .fault(
                        "gone",
                        FaultSpec.of(Moment.at("08:20"), Duration.ofMinutes(10), "web", new Refused(Percent.HUNDRED)));
    }

    @Test
    void anOutageOfAnHourIsTheSameInAMinuteSixtyTimesShorter() {
        Scenario full = hour().build();
        Scenario minute = Compression.by(60, full);
        RunResult slow = Simulation.of(full).replication(3, 0, Watcher.NONE);
        RunResult fast = Simulation.of(minute).replication(3, 0, Watcher.NONE);
        assertThat(minute.clock().length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(slow.impactTotalNanos()).isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(fast.impactTotalNanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat((double) fast.requests().failed() / fast.requests().offered())
                .isCloseTo((double) slow.requests().failed() / slow.requests().offered(), within(0.03));
        assertThat((double) slow.requests().offered() / fast.requests().offered())
                .isBetween(54.0, 66.0);
    }

    @Test
    void theStoryShrinksAndWhatARequestLivesThroughStays() {
        Latency late = new Latency(new Fixed(Duration.ofSeconds(3)), Percent.HUNDRED);
        Scenario full = hour().fault("late", FaultSpec.of(Moment.at("08:40"), Duration.ofMinutes(5), "web", late))
                .monitor(
                        "down",
                        Alert.on(
                                        "web",
                                        Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.95, Duration.ofMinutes(2)),
                                        "on-call")
                                .every(Duration.ofSeconds(30)))
                .responder("on-call", new ResponderSpec(Duration.ofMinutes(10), Duration.ofMinutes(1)))
                .build();
        Scenario shorter = Compression.by(10, full);
        ServerSpec web = (ServerSpec) shorter.system().components().get("web");
        assertThat(web.work()).isEqualTo(new Exponential(Duration.ofMillis(20)));
        assertThat(web.restart().takes()).isEqualTo(Duration.ofSeconds(6));
        UsersSpec users = shorter.users().get("u");
        assertThat(users.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(users.visit().think()).isEqualTo(new Fixed(Duration.ofMillis(100)));
        assertThat(users.afterFailure().pause()).isEqualTo(new Fixed(Duration.ofMillis(100)));
        FaultSpec fault = shorter.faults().get("late");
        assertThat(fault.at()).isEqualTo(Moment.after(Duration.ofMinutes(4)));
        assertThat(fault.lasts()).isEqualTo(Duration.ofSeconds(30));
        assertThat(fault.does()).isEqualTo(late);
        assertThat(shorter.monitors().get("down").every()).isEqualTo(Duration.ofSeconds(3));
        assertThat(shorter.define().impact().window()).isEqualTo(Duration.ofSeconds(6));
        assertThat(shorter.define().affected()).isEqualTo(full.define().affected());
    }

    @Test
    void everyTimeOfALawIsShortenedHoweverDeep() {
        Mixture think = new Mixture(Map.of(
                "quick",
                new Mixture.Part(Percent.of(50), new Uniform(Duration.ofSeconds(2), Duration.ofSeconds(4))),
                "slow",
                new Mixture.Part(Percent.of(50), new Exponential(Duration.ofSeconds(60)))));
        UsersSpec users = hour().build().users().get("u");
        UsersSpec thinking = new UsersSpec(
                "web", VisitSpec.of(new Count(3), think), users.patience(), users.afterFailure(), LinkSpec.NONE);
        Scenario shorter = Compression.by(10, hour().users("u", thinking).build());
        assertThat(shorter.users().get("u").visit().think())
                .isEqualTo(new Mixture(Map.of(
                        "quick",
                        new Mixture.Part(Percent.of(50), new Uniform(Duration.ofMillis(200), Duration.ofMillis(400))),
                        "slow",
                        new Mixture.Part(Percent.of(50), new Exponential(Duration.ofSeconds(6))))));
    }

    @Test
    void thoseWhoStayThinkAsLongAsBeforeForTheyWouldAskMoreOften() {
        Scenario full = hour().build();
        UsersSpec resident = full.users().get("u").resident(40);
        Scenario shorter = Compression.by(60, hour().users("u", resident).build());
        assertThat(shorter.users().get("u")).isEqualTo(resident);
    }

    @Test
    void twoCompressionsAreOne() {
        Scenario full = hour().responder("on-call", new ResponderSpec(Duration.ofMinutes(12), Duration.ofMinutes(6)))
                .traffic("u", "peak", new Hold(Moment.at("08:10"), Moment.at("08:30"), Rate.perSecond(5)))
                .build();
        assertThat(Compression.by(3, Compression.by(4, full))).isEqualTo(Compression.by(12, full));
        assertThat(Compression.by(1, full)).isSameAs(full);
    }

    @Test
    void limitsOnIncidentTimesAndOnNumbersOfRequestsShrink() {
        Scenario shorter = Compression.by(
                60,
                hour().gate("short", Claim.of(Measure.IMPACT_TOTAL, Comparison.AT_MOST, Limit.of(900)))
                        .gate("quick", Claim.of(Measure.RESPONSE_P99, Comparison.AT_MOST, Limit.of(0.5)))
                        .gate(
                                "served",
                                Claim.of(Measure.REQUESTS_SUCCEEDED, Comparison.AT_LEAST, Limit.of(6000))
                                        .in(Span.during("08:00", "08:10")))
                        .build());
        assertThat(shorter.gates().get("short").limit()).isEqualTo(Limit.of(15));
        assertThat(shorter.gates().get("quick").limit()).isEqualTo(Limit.of(0.5));
        assertThat(shorter.gates().get("served").limit()).isEqualTo(Limit.of(100));
        assertThat(shorter.gates().get("served").span()).hasToString(" during +0s .. +10s");
    }

    @Test
    void recordedTrafficKeepsItsRates() {
        Recording recording = new Recording(
                "r", LocalDateTime.parse("2026-03-14T08:00"), Duration.ofMinutes(5), List.of(300.0, 600.0));
        Scenario full = hour().traffic("u", "recorded", new Recorded(recording, null, Multiple.x(1)))
                .build();
        Recorded shorter =
                (Recorded) Compression.by(60, full).traffic().get("u").get("recorded");
        assertThat(shorter.recording().interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(shorter.recording().counts()).containsExactly(5.0, 10.0);
        LocalDateTime later = LocalDateTime.parse("2026-03-14T08:05");
        Scenario fromLater = hour().traffic("u", "recorded", new Recorded(recording, later, Multiple.x(1)))
                .build();
        Recorded sameTime =
                (Recorded) Compression.by(60, fromLater).traffic().get("u").get("recorded");
        assertThat(sameTime.on(fromLater.clock(), Rate.perSecond(1)).perSecondAt(2_000_000_000L))
                .as("the second interval, 600 in 5 minutes")
                .isEqualTo(2.0);
    }

    @Test
    void aCompressionBelowOneIsRefused() {
        Scenario full = hour().build();
        assertThatThrownBy(() -> Compression.by(0.5, full))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a compression must be a number of at least 1, but was 0.5");
        assertThatThrownBy(() -> Compression.by(Double.NaN, full)).isInstanceOf(IllegalArgumentException.class);
    }
}
