package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.people.WindowsAlert;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertCautionsTest {
    private static ScenarioBuilder with(Alert alert) {
        return Odd.sound()
                .component(
                        "web",
                        ServerSpec.of(20, Odd.millis(20)).queue(30).replicas(2).build())
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .monitor("m", alert);
    }

    private static Alert alert(Signal signal, Comparison comparison, double limit, Duration forAtLeast) {
        return Alert.on("web", Condition.of(signal, comparison, limit, forAtLeast), "sam");
    }

    private static List<String> of(Signal signal, Comparison comparison, double limit) {
        return Odd.kinds(with(alert(signal, comparison, limit, Duration.ZERO)));
    }

    private static final String NEVER = "ALERT_CANNOT_FIRE monitors.m.alert";

    @Test
    void sharesBelowNothingAndAboveAllAreOutOfReach() {
        assertThat(of(Signal.SUCCESS, Comparison.ABOVE, 1)).containsExactly(NEVER);
        assertThat(of(Signal.SUCCESS, Comparison.AT_LEAST, 1.01)).containsExactly(NEVER);
        assertThat(of(Signal.UTILIZATION, Comparison.ABOVE, 1.5)).containsExactly(NEVER);
        assertThat(of(Signal.UP, Comparison.BELOW, 0)).containsExactly(NEVER);
        assertThat(of(Signal.RESPONSE_TIME, Comparison.BELOW, 0)).containsExactly(NEVER);
        assertThat(of(Signal.SUCCESS, Comparison.AT_LEAST, 1)).isEmpty();
        assertThat(of(Signal.UP, Comparison.AT_MOST, 0)).isEmpty();
        assertThat(of(Signal.UTILIZATION, Comparison.ABOVE, 0.99)).isEmpty();
        assertThat(of(Signal.RESPONSE_TIME, Comparison.ABOVE, 100)).isEmpty();
    }

    @Test
    void theMessageNamesTheReachOfTheSignal() {
        assertThat(Odd.in(with(alert(Signal.SUCCESS, Comparison.ABOVE, 1, Duration.ofMinutes(1)))))
                .extracting(Caution::message)
                .containsExactly("success of 'web' lies between 0% and 100%, so 'success > 100% for 1m' never holds");
    }

    @Test
    void noMoreThanWorkersAndQueueAreInFlight() {
        assertThat(of(Signal.IN_FLIGHT, Comparison.ABOVE, 100)).containsExactly(NEVER);
        assertThat(of(Signal.IN_FLIGHT, Comparison.AT_LEAST, 100)).isEmpty();
        ServerSpec byMemory = ServerSpec.of(20, Odd.millis(20))
                .memory(new MemorySpec(Bytes.mebi(60), Bytes.mebi(2)))
                .build();
        ScenarioBuilder builder = with(alert(Signal.IN_FLIGHT, Comparison.ABOVE, 30, Duration.ZERO));
        assertThat(Odd.kinds(builder.component("web", byMemory))).containsExactly(NEVER);
        assertThat(Odd.kinds(builder.component(
                        "web", ServerSpec.of(20, Odd.millis(20)).build())))
                .as("any number may wait")
                .isEmpty();
    }

    @Test
    void aComponentThatIsResizedHasNoKnownReach() {
        assertThat(Odd.in(with(alert(Signal.IN_FLIGHT, Comparison.ABOVE, 100, Duration.ZERO))
                        .step(
                                "grow",
                                StepSpec.by("sam", Duration.ZERO)
                                        .does(new Action.Resize("web", "workers", Multiple.x(3)))
                                        .build())))
                .isEmpty();
    }

    @Test
    void anAlertThatTakesLongerThanTheScenarioIsFoundAndOneThatJustFitsFires() {
        ScenarioBuilder never = with(
                alert(Signal.UP, Comparison.AT_LEAST, 1, Duration.ofMinutes(60).minusSeconds(14)));
        assertThat(Odd.kinds(never)).containsExactly(NEVER);
        assertThat(Odd.in(never))
                .extracting(Caution::message)
                .containsExactly("the alert can fire after 1h15s at the earliest, but the scenario lasts 1h");
        ScenarioBuilder just = with(
                alert(Signal.UP, Comparison.AT_LEAST, 1, Duration.ofMinutes(60).minusSeconds(30)));
        assertThat(Odd.in(just)).isEmpty();
        assertThat(fires(never)).isFalse();
        assertThat(fires(just)).isTrue();
    }

    private static boolean fires(ScenarioBuilder builder) {
        return Worlds.runOnce(builder.build()).journal().entries().stream()
                .anyMatch(entry -> entry.event() == Event.FIRING);
    }

    @Test
    void whatHasNoWorkersIsNeverBusy() {
        assertThat(Odd.kinds(with(alert(Signal.UTILIZATION, Comparison.ABOVE, 0.5, Duration.ZERO))
                        .component("web", new dev.foreshock.engine.Tap("db", new dev.foreshock.engine.Tap.Log()))))
                .contains(NEVER);
    }

    @Test
    void scrapesThatAllFailShowNothing() {
        Alert blind = new Alert(
                "web",
                Duration.ofSeconds(15),
                Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ZERO),
                Set.of("sam"),
                Set.of(),
                Percent.HUNDRED,
                true);
        assertThat(Odd.kinds(with(blind))).containsExactly(NEVER);
    }

    @Test
    void anAlertThatPagesNobodyIsFoundUnlessItIsOff() {
        Alert mute = new Alert(
                "web",
                Duration.ofSeconds(15),
                Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ZERO),
                Set.of(),
                Set.of(),
                Percent.ZERO,
                true);
        assertThat(Odd.kinds(Odd.sound().monitor("m", mute))).containsExactly("ALERT_PAGES_NOBODY monitors.m");
        assertThat(Odd.in(Odd.sound().monitor("m", mute.switchedOff()))).isEmpty();
        assertThat(Odd.in(Odd.sound().monitor("m", mute.telling("surge"))))
                .extracting(Caution::message)
                .containsExactly("'m' pages nobody when it fires, so nobody learns what it tells");
    }

    @Test
    void whatIsSwitchedOffMayBeOdd() {
        assertThat(Odd.in(with(alert(Signal.SUCCESS, Comparison.ABOVE, 1, Duration.ofDays(1))
                        .switchedOff())))
                .isEmpty();
    }

    @Test
    void aResponderNobodyCallsIsFound() {
        assertThat(Odd.kinds(with(alert(Signal.UP, Comparison.BELOW, 1, Duration.ZERO))
                        .responder("kim", ResponderSpec.joinsIn(Duration.ZERO))))
                .containsExactly("RESPONDER_IDLE responders.kim");
        assertThat(Odd.in(with(alert(Signal.UP, Comparison.BELOW, 1, Duration.ZERO))
                        .responder("kim", ResponderSpec.joinsIn(Duration.ZERO))
                        .step("help", StepSpec.by("kim", Duration.ZERO).build())))
                .isEmpty();
    }

    private static List<String> cautions(MonitorSpec monitor) {
        return Odd.kinds(Odd.sound()
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .monitor("m", monitor));
    }

    @Test
    void everyKindOfMonitorIsHeldAgainstTheLengthOfTheScenario() {
        Duration minute = Duration.ofMinutes(1);
        String never = "ALERT_CANNOT_FIRE monitors.m";
        RatioAlert ratio = RatioAlert.on("web", minute, Percent.of(5), Duration.ofHours(1), "sam");
        assertThat(cautions(ratio)).containsExactly(never);
        assertThat(cautions(RatioAlert.on("web", minute, Percent.of(5), minute, "sam")))
                .isEmpty();
        assertThat(cautions(WindowsAlert.on("web", minute, 1, 61, 80, "sam"))).containsExactly(never);
        assertThat(cautions(WindowsAlert.on("web", minute, 1, 60, 80, "sam"))).isEmpty();
        Condition slow = Condition.of(Signal.RESPONSE_TIME, Comparison.ABOVE, 1, Duration.ofHours(1));
        assertThat(cautions(EwmaAlert.on("web", slow, 0.1, "sam"))).containsExactly(never + ".alert");
        assertThat(cautions(WindowsAlert.on("web", Duration.ofDays(3650), 1, 1000, 1000, "sam")))
                .as("longer than can be counted in nanoseconds")
                .containsExactly(never);
    }

    @Test
    void noMoreThanAllRequestsCanFail() {
        Duration minute = Duration.ofMinutes(1);
        String never = "ALERT_CANNOT_FIRE monitors.m";
        assertThat(cautions(RatioAlert.on("web", minute, Percent.HUNDRED, Duration.ZERO, "sam")))
                .containsExactly(never);
        assertThat(cautions(BurnRateAlert.on("web", Percent.of(90), 14.4, minute, minute, "sam")))
                .containsExactly(never);
        assertThat(cautions(BurnRateAlert.on("web", Percent.of(95), 14.4, minute, minute, "sam")))
                .isEmpty();
        assertThat(cautions(BurnRateAlert.on("web", Percent.of(95), 14.4, minute, minute, "sam")
                        .losing(Percent.HUNDRED)))
                .containsExactly(never);
        Condition above = Condition.of(Signal.UP, Comparison.ABOVE, 1, Duration.ZERO);
        assertThat(cautions(EwmaAlert.on("web", above, 0.1, "sam"))).containsExactly(never + ".alert");
    }
}
