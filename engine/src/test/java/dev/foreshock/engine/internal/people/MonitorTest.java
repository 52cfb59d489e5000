package dev.foreshock.engine.internal.people;

import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.policy.ThresholdDetector;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonitorTest {
    /** A surge from 09:05 to 09:10 on 2 users a second. */
    private static ScenarioBuilder surge(Alert alert) {
        return Worlds.open(Stub.after(10, OK), 20, Duration.ofMinutes(20))
                .traffic("visitors", "surge", new Hold(Moment.at("09:05"), Moment.at("09:10"), Rate.perSecond(80)))
                .monitor("alert", alert)
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(1)));
    }

    private static Condition above(Signal signal, double limit, int forSeconds) {
        return Condition.of(signal, Comparison.ABOVE, limit, Duration.ofSeconds(forSeconds));
    }

    private static List<String> firings(ScenarioBuilder builder) {
        RunResult run = Worlds.runOnce(builder.build());
        return run.journal().entries().stream()
                .filter(entry -> entry.event() == Event.FIRING || entry.event() == Event.RESOLVED)
                .map(entry -> entry.event() + " " + entry.atNanos() / 1_000_000_000)
                .toList();
    }

    @Test
    void firesWhenEverySampleForItsTimeMetTheLimit() {
        assertThat(firings(surge(Alert.on("web", above(Signal.REQUESTS, 60, 0), "sam"))))
                .containsExactly("FIRING 315", "RESOLVED 615");
        assertThat(firings(surge(Alert.on("web", above(Signal.REQUESTS, 60, 60), "sam"))))
                .containsExactly("FIRING 375", "RESOLVED 615");
        assertThat(firings(surge(Alert.on("web", above(Signal.REQUESTS, 60, 285), "sam"))))
                .containsExactly("FIRING 600", "RESOLVED 615");
        assertThat(firings(surge(Alert.on("web", above(Signal.REQUESTS, 60, 286), "sam"))))
                .isEmpty();
    }

    @Test
    void looksAsOftenAsItIsTold() {
        Alert alert = Alert.on("web", above(Signal.REQUESTS, 60, 60), "sam").every(Duration.ofSeconds(50));
        assertThat(firings(surge(alert))).containsExactly("FIRING 450", "RESOLVED 650");
    }

    @Test
    void twiceTheUsualIsFoundAndFollowsTheUsual() {
        assertThat(firings(surge(Alert.on("web", above(Signal.VISITORS, 2, 30).againstUsual(), "sam"))))
                .containsExactly("FIRING 345", "RESOLVED 615");
        assertThat(firings(surge(Alert.on("web", above(Signal.REQUESTS, 6, 0).againstUsual(), "sam"))))
                .isEmpty();
    }

    @Test
    void aLostScrapeIsNotASampleThatMetTheLimit() {
        Alert lossy = new Alert(
                "web",
                Duration.ofSeconds(15),
                above(Signal.REQUESTS, 1, 60),
                Set.of("sam"),
                Set.of(),
                Percent.of(50),
                true);
        RunResult run = Worlds.runOnce(surge(lossy).build());
        long fired = run.journal().of(Event.FIRING).count();
        assertThat(fired).as("needs five scrapes in a row, %s", Worlds.replay()).isBetween(0L, 12L);
        Alert none = new Alert(
                "web",
                Duration.ofSeconds(15),
                above(Signal.REQUESTS, 1, 60),
                Set.of("sam"),
                Set.of(),
                Percent.HUNDRED,
                true);
        assertThat(firings(surge(none))).isEmpty();
    }

    @Test
    void aMonitorThatIsSwitchedOffSeesNothing() {
        assertThat(firings(surge(
                        Alert.on("web", above(Signal.REQUESTS, 1, 0), "sam").switchedOff())))
                .isEmpty();
    }

    @Test
    void everySignalIsReadInItsUnit() {
        ServerSpec web =
                ServerSpec.of(10, new Fixed(Duration.ofMillis(100))).replicas(2).build();
        for (Signal signal : Signal.values()) {
            double limit = switch (signal) {
                case SUCCESS, UP -> 1;
                case REQUESTS, VISITORS -> 40;
                case IN_FLIGHT -> 4;
                case UTILIZATION -> 0.2;
                case RESPONSE_TIME -> 0.1;
            };
            double slack = signal == Signal.IN_FLIGHT ? 0.99 : 0.35;
            for (boolean low : new boolean[] {true, false}) {
                Condition condition = Condition.of(
                        signal,
                        low ? Comparison.AT_MOST : Comparison.AT_LEAST,
                        low ? limit * (1 - slack) : limit * (1 + 4 * slack),
                        Duration.ZERO);
                RunResult run = Worlds.runOnce(Worlds.open(web, 40, Duration.ofMinutes(5))
                        .monitor("m", Alert.on("web", condition, "sam"))
                        .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                        .build());
                assertThat(run.journal().of(Event.FIRING))
                        .as("%s %s", signal, condition)
                        .isEmpty();
            }
        }
    }

    @Test
    void theDetectorStartsAnewAfterASampleThatIsMissing() {
        ThresholdDetector detector = new ThresholdDetector(Comparison.BELOW, 10, 20);
        assertThat(detector.sample(0, 5, 0, 0)).isFalse();
        assertThat(detector.sample(10, 9.99, 0, 0)).isFalse();
        assertThat(detector.sample(20, 5, 0, 0)).isTrue();
        assertThat(detector.sample(30, Double.NaN, 0, 0)).isFalse();
        assertThat(detector.sample(40, 5, 0, 0)).isFalse();
        assertThat(detector.sample(60, 5, 0, 0)).isTrue();
        assertThat(detector.sample(70, 10, 0, 0)).isFalse();
    }
}
