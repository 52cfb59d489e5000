package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.arrival.Bursty;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.arrival.SelfExciting;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final ServerSpec PLENTY =
            ServerSpec.of(100_000, new Fixed(Duration.ofMillis(10))).build();

    private static ScenarioBuilder arriving(ArrivalSpec how) {
        return Worlds.open(PLENTY, 10, Duration.ofSeconds(1000))
                .users("visitors", Worlds.onePage("web").arriving(how));
    }

    private static long offered(Scenario scenario) {
        return Worlds.runOnce(scenario).requests().offered();
    }

    @Test
    void regularArrivalsAreCountedToOne() {
        assertThat(offered(arriving(Renewal.regular()).build())).isBetween(9_999L, 10_000L);
    }

    @Test
    void regularArrivalsFollowTheTraffic() {
        RunResult run = Worlds.runOnce(arriving(Renewal.regular())
                .traffic(
                        "visitors",
                        "surge",
                        new Step(Moment.after(Duration.ofMinutes(10)), Rate.perSecond(20), null, null))
                .build());
        assertThat(run.minutes().offered().get(3)).isEqualTo(600);
        assertThat(run.minutes().offered().get(12)).isEqualTo(1800);
    }

    @Test
    void burstsKeepTheMeanOfTheTraffic() {
        Bursty how = new Bursty(50, new Exponential(Duration.ofMillis(500)), new Exponential(Duration.ofSeconds(2)));
        double mean = Worlds.run(arriving(how).build(), 20).runs().stream()
                .mapToLong(run -> run.requests().offered())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(9_600.0, 10_400.0);
    }

    @Test
    void burstsEndWithTheTraffic() {
        Scenario scenario = Scenario.named("over", Worlds.from9(Duration.ofHours(1)))
                .component("web", PLENTY)
                .users(
                        "visitors",
                        Worlds.onePage("web")
                                .arriving(new Bursty(
                                        3, new Fixed(Duration.ofMillis(1)), new Fixed(Duration.ofMillis(1)))))
                .traffic(
                        "visitors",
                        "once",
                        new Step(
                                Moment.after(Duration.ZERO),
                                Rate.perSecond(10),
                                Moment.after(Duration.ofSeconds(10)),
                                null))
                .build();
        assertThat(offered(scenario)).isBetween(60L, 140L);
    }

    @Test
    void thoseWhoComeBringOthers() {
        SelfExciting how = new SelfExciting(0.5, new Exponential(Duration.ofSeconds(1)));
        double mean = Worlds.run(arriving(how).build(), 20).runs().stream()
                .mapToLong(run -> run.requests().offered())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(19_700.0, 20_200.0);
    }

    @Test
    void residentsStayAndAskAsOftenAsTheyThink() {
        Scenario scenario = Scenario.named("closed", Worlds.from9(Duration.ofSeconds(1000)))
                .component("web", PLENTY)
                .users(
                        "operators",
                        Worlds.users(
                                        "web",
                                        new Count(1),
                                        new Fixed(Duration.ofMillis(990)),
                                        Duration.ofSeconds(10),
                                        Worlds.habits(0, 0))
                                .resident(7))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        assertThat(run.requests().offered()).as("7 users, one request a second").isBetween(6_990L, 7_007L);
        assertThat(run.users().total()).isEqualTo(7);
    }

    @Test
    void residentsComeBackAfterFailures() {
        Scenario scenario = Scenario.named("closed", Worlds.from9(Duration.ofSeconds(1000)))
                .component(
                        "web",
                        ServerSpec.of(1, new Fixed(Duration.ofSeconds(2)))
                                .queue(0)
                                .build())
                .users(
                        "operators",
                        Worlds.users(
                                        "web",
                                        new Count(1),
                                        new Fixed(Duration.ofMillis(900)),
                                        Duration.ofSeconds(1),
                                        Worlds.habits(0, 0))
                                .resident(2))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        assertThat(run.requests().offered()).isGreaterThan(900);
        assertThat(run.users().affected()).isEqualTo(2);
    }

    @Test
    void burstsThatLastNothingAreRefused() {
        Fixed nothing = new Fixed(Duration.ZERO);
        assertThat(Inspector.inspect(new Bursty(3, nothing, nothing))).hasSize(2);
        assertThat(Inspector.inspect(new Renewal(nothing))).hasSize(1);
        assertThat(Inspector.inspect(Worlds.onePage("web").arriving(new SelfExciting(1, nothing))))
                .hasSize(1);
    }

    @Test
    void arrivalsByChanceAreWhatIsLeftOut() {
        Scenario plain = Worlds.open(PLENTY, 10, Duration.ofSeconds(100)).build();
        Scenario same = Worlds.open(PLENTY, 10, Duration.ofSeconds(100))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(10)))
                .users("visitors", Worlds.onePage("web").arriving(new Renewal(new Exponential(Duration.ofDays(1)))))
                .build();
        assertThat(Worlds.runOnce(same).requests())
                .isEqualTo(Worlds.runOnce(plain).requests());
    }
}
