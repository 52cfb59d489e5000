package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.curve.Viral;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Bytes;
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

class ScalingTest {
    private static ScenarioBuilder full() {
        ServerSpec web = ServerSpec.of(40, new Fixed(Duration.ofMillis(20)))
                .replicas(2)
                .queue(100)
                .memory(new MemorySpec(Bytes.mebi(1000), Bytes.mebi(1)))
                .call(
                        "db",
                        CallSpec.plain()
                                .timesTogether(3)
                                .over(new LinkSpec(
                                        new Fixed(Duration.ofMillis(1)), 20, Duration.ZERO, Duration.ofSeconds(60))))
                .pageCache(PageCacheSpec.of(Percent.of(30)))
                .admit(AdmissionSpec.sessions(Rate.perSecond(50)))
                .build();
        Recording recording =
                new Recording("r", LocalDateTime.parse("2020-06-01T00:00:00"), Duration.ofMinutes(5), List.of(30.0));
        return Scenario.named("full", Worlds.from9(Duration.ofMinutes(10)))
                .component("web", web)
                .component("db", DatabaseSpec.of(30, new Fixed(Duration.ofMillis(5))))
                .users("u", Worlds.onePage("web"))
                .traffic("u", "usual", new Constant(Rate.perSecond(30)))
                .traffic("u", "surge", new Viral(Moment.at("09:05"), Rate.perMinute(2), Multiple.x(3), null, null))
                .traffic("u", "recorded", new Recorded(recording, null, Multiple.x(2)))
                .monitor(
                        "busy",
                        Alert.on(
                                "web",
                                Condition.of(Signal.REQUESTS, Comparison.ABOVE, 60, Duration.ofSeconds(30)),
                                "sam"))
                .monitor(
                        "surge",
                        Alert.on(
                                "web",
                                Condition.of(Signal.VISITORS, Comparison.ABOVE, 2, Duration.ofSeconds(30))
                                        .againstUsual(),
                                "sam"))
                .monitor(
                        "errors",
                        Alert.on(
                                "web",
                                Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofSeconds(30)),
                                "sam"))
                .monitor(
                        "full",
                        Alert.on("web", Condition.of(Signal.IN_FLIGHT, Comparison.ABOVE, 200, Duration.ZERO), "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofSeconds(40)))
                .step(
                        "change",
                        StepSpec.by("sam", Duration.ofSeconds(20))
                                .does(
                                        new Action.Assign("web", "workers", Unit.COUNT, 60),
                                        new Action.Assign("web", "admit", Unit.SHARE, 0.25),
                                        new Action.Assign("web", "admit", Unit.RATE, 80),
                                        new Action.Assign(
                                                "web",
                                                "memory",
                                                Unit.BYTES,
                                                Bytes.mebi(500).count()))
                                .build())
                .gate(
                        "few",
                        Claim.of(Measure.REQUESTS_FAILED, Comparison.EQUAL, Limit.of(500))
                                .within(100))
                .gate(
                        "crashes",
                        Claim.of(Measure.CRASHES, Comparison.AT_MOST, Limit.of(3))
                                .about("web"));
    }

    private static double limit(Scenario scenario, String monitor) {
        return ((Alert) scenario.monitors().get(monitor)).condition().limit();
    }

    @Test
    void aTenthHasATenthOfWhatScalesAndAllOfTheRest() {
        Scenario scenario = Scaling.by(0.1, full().build());
        ServerSpec web = (ServerSpec) scenario.system().components().get("web");
        assertThat(web.workers()).isEqualTo(4);
        assertThat(web.queue()).isEqualTo(10);
        assertThat(web.memory().heap()).isEqualTo(Bytes.mebi(100));
        assertThat(web.memory().perRequest()).isEqualTo(Bytes.mebi(1));
        assertThat(web.admit().rate().perSecond()).isCloseTo(5, within(1e-12));
        assertThat(web.calls().get("db").link().connections()).isEqualTo(2);
        assertThat(web.calls().get("db").count()).isEqualTo(3);
        assertThat(web.replicas()).isEqualTo(2);
        assertThat(scenario.runbook().get("change").actions())
                .hasToString("[web.workers 6, web.admit 25%, web.admit 8/s, web.memory 50 MiB]");
        assertThat(web.work()).isEqualTo(new Fixed(Duration.ofMillis(20)));
        assertThat(web.pageCache()).isEqualTo(PageCacheSpec.of(Percent.of(30)));
        assertThat(((DatabaseSpec) scenario.system().components().get("db")).pool())
                .isEqualTo(3);
        Map<String, Curve> traffic = scenario.traffic().get("u");
        assertThat(traffic.get("usual")).isEqualTo(new Constant(Rate.perSecond(3)));
        assertThat(((Viral) traffic.get("surge")).peak())
                .as("a multiple follows the usual rate")
                .isEqualTo(Multiple.x(3));
        assertThat(((Viral) traffic.get("surge")).growth()).isEqualTo(Rate.perMinute(2));
        assertThat(((Recorded) traffic.get("recorded")).times().factor()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void limitsOnRatesAndNumbersOfRequestsFollow() {
        Scenario scenario = Scaling.by(0.1, full().build());
        assertThat(limit(scenario, "busy")).isCloseTo(6, within(1e-12));
        assertThat(limit(scenario, "full")).isCloseTo(20, within(1e-12));
        assertThat(limit(scenario, "surge")).isEqualTo(2);
        assertThat(limit(scenario, "errors")).isEqualTo(0.9);
        assertThat(scenario.gates().get("few").limit()).isEqualTo(Limit.of(50));
        assertThat(scenario.gates().get("few").tolerance()).isCloseTo(10, within(1e-12));
        assertThat(scenario.gates().get("crashes").limit()).isEqualTo(Limit.of(3));
    }

    @Test
    void oneChangesNothingAndTenTimesATenthIsTheSameAgain() {
        Scenario scenario = full().build();
        assertThat(Scaling.by(1, scenario)).isSameAs(scenario);
        assertThat(((ServerSpec) Scaling.by(10, scenario).system().components().get("web")).workers())
                .isEqualTo(400);
        assertThat(Scaling.by(2, Scaling.by(0.5, scenario))).isEqualTo(scenario);
    }

    @Test
    void aWholeNumberThatWouldBeRoundedAwayIsRefusedByName() {
        assertThatThrownBy(() -> Scaling.by(0.01, full().build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("db.pool")
                .hasMessageContaining("30 times 0.01");
        assertThatThrownBy(() -> Scaling.by(0.12, full().build())).hasMessageContaining("near a whole number");
    }

    @Test
    void aNumberTooLargeIsRefusedInsteadOfWrappedAround() {
        assertThatThrownBy(() -> Scaling.by(1e9, full().build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below 2147483647");
    }

    @Test
    void factorsMustBePositive() {
        for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Scaling.by(factor, full().build())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aScaledRunIsAboutAsBusy() {
        Scenario scenario = Worlds.open(
                        ServerSpec.of(100, new Exponential(Duration.ofMillis(100)))
                                .build(),
                        700,
                        Duration.ofSeconds(60))
                .build();
        RunResult large = Worlds.runOnce(scenario);
        RunResult small = Worlds.runOnce(Scaling.by(0.1, scenario));
        assertThat((double) small.requests().offered() / large.requests().offered())
                .isCloseTo(0.1, within(0.003));
        assertThat(small.components().get("web").utilization())
                .isCloseTo(large.components().get("web").utilization(), within(0.03));
    }
}
