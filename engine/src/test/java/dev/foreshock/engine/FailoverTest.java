package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Failovers against closed forms: a primary that dies under a hundred writes a second. */
class FailoverTest {
    private static final double RATE = 100;
    private static final int DOWN_AFTER = 3;
    private static final double EVERY = 0.1;
    private static final int RUNS = 400;

    private static StandbySpec standby(long lagMillis) {
        HealthCheckSpec check = HealthCheckSpec.every(Duration.ofMillis(100), Duration.ofMillis(100))
                .inARow(DOWN_AFTER, 2);
        return StandbySpec.of(Duration.ofMillis(lagMillis), check, new Fixed(Duration.ofMillis(150)))
                .repointing(Duration.ofMillis(20));
    }

    private static ScenarioBuilder scenario(DatabaseSpec db) {
        UsersSpec users = Worlds.onePage("web").arriving(Renewal.regular());
        return Worlds.open(db, RATE, Duration.ofSeconds(8))
                .users("visitors", users)
                .fault(
                        "killed",
                        FaultSpec.of(Moment.after(Duration.ofSeconds(4)), Duration.ofMinutes(1), "web", Crash.ALL));
    }

    private static DatabaseSpec db(StandbySpec standby) {
        return DatabaseSpec.of(50, new Fixed(Duration.ofMillis(1))).with(standby);
    }

    private static List<Failover> failovers(ScenarioBuilder scenario) {
        return Worlds.run(scenario.build(), RUNS).runs().stream()
                .map(run -> run.components().get("web").failovers())
                .peek(all -> assertThat(all).hasSize(1))
                .map(all -> all.get(0))
                .toList();
    }

    private static double meanLost(StandbySpec standby) {
        return failovers(scenario(db(standby))).stream()
                .mapToLong(Failover::writesLost)
                .average()
                .orElseThrow();
    }

    /** Returns the mean of {@code max(0, lag - found)} where {@code found} is uniform from {@code from} to {@code to}. */
    private static double underWay(double lag, double from, double to) {
        double most = Math.max(0, lag - from);
        double least = Math.max(0, lag - to);
        return (most * most - least * least) / (2 * (to - from));
    }

    @Test
    void lostIsWhatIsUnderWayForLongerThanTheDeathWasNotFound() {
        double from = (DOWN_AFTER - 1) * EVERY;
        double to = DOWN_AFTER * EVERY;
        for (long lag : new long[] {0, 150, 250, 500, 1000}) {
            double expected = RATE * underWay(lag / 1e3, from, to);
            // Uniform over ten writes: a standard deviation of 2.9, so 0.15 in the mean of 400.
            assertThat(meanLost(standby(lag)))
                    .as("%d ms; %s", lag, Worlds.replay())
                    .isCloseTo(expected, within(0.6));
        }
    }

    @Test
    void nothingIsLostWhereWritesWaitForTheStandby() {
        assertThat(meanLost(standby(500).in(Mode.SYNCHRONOUS))).isZero();
    }

    @Test
    void theTimeToFailOverIsThatOfChecksPromotionAndRepointing() {
        List<Failover> all = failovers(scenario(db(standby(0))));
        double least = (DOWN_AFTER - 1) * EVERY + 0.17;
        double between = 1 / RATE + 0.001; // until the next write comes and is done
        assertThat(all)
                .allSatisfy(
                        failover -> assertThat(failover.seconds()).isBetween(least, least + EVERY + between + 1e-9));
        double mean = all.stream().mapToDouble(Failover::seconds).average().orElseThrow();
        assertThat(mean).isCloseTo(least + EVERY / 2 + 0.5 / RATE + 0.001, within(0.005));
    }

    @Test
    void onlyWritesAreLost() {
        UsersSpec users = Worlds.onePage("web").arriving(Renewal.regular());
        users = new UsersSpec(
                        users.enters(),
                        users.visit().asking(Map.of("read", RequestSpec.of(75), "write", RequestSpec.of(25))),
                        users.patience(),
                        users.afterFailure(),
                        users.link())
                .arriving(Renewal.regular());
        ScenarioBuilder some = scenario(db(standby(1000).writing(Set.of("write"))))
                .request("read")
                .request("write")
                .users("visitors", users);
        double lost = failovers(some).stream()
                .mapToLong(Failover::writesLost)
                .average()
                .orElseThrow();
        // 75 requests, of which a quarter writes: a standard deviation of 3.8.
        assertThat(lost).isCloseTo(RATE * 0.25 * 0.75, within(0.8));
    }

    @Test
    void gatesHoldLimitsToBothFigures() {
        Scenario scenario = scenario(db(standby(1000)))
                .gate(
                        "few",
                        Claim.of(Measure.WRITES_LOST, Comparison.AT_MOST, Limit.of(85))
                                .about("web"))
                .gate(
                        "none",
                        Claim.of(Measure.WRITES_LOST, Comparison.EQUAL, Limit.of(0))
                                .about("web"))
                .gate(
                        "soon",
                        Claim.of(Measure.FAIL_OVER, Comparison.BELOW, Limit.of(0.5))
                                .about("web"))
                .gate(
                        "at-once",
                        Claim.of(Measure.FAIL_OVER, Comparison.BELOW, Limit.of(0.2))
                                .about("web"))
                .build();
        RunSet runs = Worlds.run(scenario, 20);
        assertThat(runs.gates())
                .extracting(gate -> gate.name() + " " + gate.verdict())
                .containsExactlyInAnyOrder(
                        "few " + Verdict.PASSED,
                        "none " + Verdict.DEVIATED,
                        "soon " + Verdict.PASSED,
                        "at-once " + Verdict.DEVIATED);
    }

    @Test
    void aFigureOfAFailoverMustBeOfADatabaseWithAStandby() {
        ScenarioBuilder scenario = scenario(db(null))
                .gate(
                        "none",
                        Claim.of(Measure.WRITES_LOST, Comparison.EQUAL, Limit.of(0))
                                .about("web"));
        assertThatThrownBy(scenario::build)
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("'writes.lost' must be about a database with a standby, but 'web' has none");
    }

    @Test
    void aHoldDownWithoutASecondStandbyIsAMistake() {
        StandbySpec held = new StandbySpec(
                Duration.ZERO,
                Mode.ASYNCHRONOUS,
                Set.of(),
                standby(0).check(),
                standby(0).promote(),
                Duration.ZERO,
                null,
                Duration.ofMinutes(1));
        assertThatThrownBy(() -> scenario(db(held)).build())
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("a hold-down must go with 'rebuild'");
    }

    @Test
    void bothFiguresAreForetold() {
        Forecast forecast = Forecast.of(scenario(db(standby(1000))).build(), 5, 1000, 0, 99, Watcher.NONE);
        Foretold lost = forecast.foretold().get(new Figure(Figure.INCIDENT, Kind.WRITES_LOST));
        Foretold over = forecast.foretold().get(new Figure(Figure.INCIDENT, Kind.FAIL_OVER));
        assertThat(lost.median()).isBetween(70.0, 80.0);
        assertThat(over.median()).isBetween(0.37, 0.49);
        assertThat(over.observedIn()).isEqualTo(99);
    }

    @Test
    void halfOfASystemMayLoseHalfOfTheWrites() {
        Scenario scenario = scenario(db(standby(1000)))
                .gate(
                        "few",
                        Claim.of(Measure.WRITES_LOST, Comparison.AT_MOST, Limit.of(80))
                                .about("web"))
                .build();
        assertThat(Scaling.by(0.5, scenario).gates().get("few").limit()).isEqualTo(Limit.of(40));
    }
}
