package dev.foreshock.engine.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Decay;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** M/M/1 with 8 requests a second, of which it could serve 10: they take 1 / (10 - 8) s in the mean, and 4 are there. */
class SteadyRunTest {
    private static final Duration LONG = Duration.ofSeconds(20_000);

    private static ScenarioBuilder queue(double perSecond, Duration length) {
        return Worlds.open(
                ServerSpec.of(1, new Exponential(Duration.ofMillis(100))).build(), perSecond, length);
    }

    private static SteadyRun run(Scenario scenario, long seed) {
        return SteadyRun.of(scenario, seed, null, Watcher.NONE);
    }

    private static boolean covers(SteadyRun run, String measure, double truth) {
        var mean = run.measures().get(measure).estimate();
        assertThat(mean.value()).isCloseTo(truth, within(0.2 * truth));
        assertThat(mean.halfWidth()).isPositive().isLessThan(0.2 * truth);
        return mean.low() <= truth && truth <= mean.high();
    }

    @Test
    void intervalsContainWhatTheTheoryOfQueuesSays() {
        Scenario scenario = queue(8, LONG).build();
        int times = 0;
        int levels = 0;
        int shares = 0;
        for (long seed = 1; seed <= 7; seed++) {
            SteadyRun run = run(scenario, seed);
            assertThat(run.warmUp().method()).isEqualTo(WarmUp.Method.MSER5);
            times += covers(run, "response-time.mean", 0.5) ? 1 : 0;
            levels += covers(run, "in-flight", 4) ? 1 : 0;
            shares += covers(run, "utilization(web)", 0.8) ? 1 : 0;
            assertThat(run.measures().get("success").estimate().value()).isEqualTo(1);
        }
        assertThat(times).isGreaterThanOrEqualTo(5);
        assertThat(levels).isGreaterThanOrEqualTo(5);
        assertThat(shares).isGreaterThanOrEqualTo(5);
    }

    @Test
    void quantilesAreThoseOfAnExponentialResponseTime() {
        Scenario scenario = queue(8, LONG).build();
        int median = 0;
        int high = 0;
        int highest = 0;
        for (long seed = 1; seed <= 7; seed++) {
            SteadyRun run = run(scenario, seed);
            // Sojourn times in M/M/1 are exponential with rate 10 - 8, so that the q-quantile is -ln(1 - q) / 2.
            median += covers(run, "response-time.p50", StrictMath.log(2) / 2) ? 1 : 0;
            high += covers(run, "response-time.p95", StrictMath.log(20) / 2) ? 1 : 0;
            highest += covers(run, "response-time.p99", StrictMath.log(100) / 2) ? 1 : 0;
        }
        assertThat(median).isGreaterThanOrEqualTo(5);
        assertThat(high).isGreaterThanOrEqualTo(5);
        assertThat(highest).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aQuantileThatTooFewRequestsAreBeyondIsNotMeasured() {
        // 160 000 requests: 1 600 take longer than the 99 % quantile, 160 longer than the 99.9 % one.
        assertThat(run(queue(8, LONG).build(), 1).measures())
                .containsKey("response-time.p99")
                .doesNotContainKey("response-time.p999");
    }

    @Test
    void batchesAreWhatTheIntervalsRestOn() {
        SteadyRun run = run(queue(8, LONG).build(), 1);
        assertThat(run.batches() * run.batchNanos() + run.warmUp().nanos())
                .isBetween(run.lengthNanos() - 1000, run.lengthNanos());
        run.measures().forEach((name, measure) -> {
            double mean =
                    measure.batches().stream().mapToDouble(x -> x).average().orElseThrow();
            double deviation = StrictMath.sqrt(measure.batches().stream()
                            .mapToDouble(x -> (x - mean) * (x - mean))
                            .sum()
                    / 19);
            assertThat(measure.batches()).as(name).hasSize(20);
            assertThat(mean).as(name).isCloseTo(measure.estimate().value(), within(0.2 * mean));
            if (!name.matches(".*p[0-9]+")) { // 2.093 is Student's 97.5 % quantile of 19 degrees
                assertThat(2.093 * deviation / StrictMath.sqrt(20))
                        .as(name)
                        .isCloseTo(
                                measure.estimate().halfWidth(),
                                within(0.1 * measure.estimate().halfWidth()));
            }
        });
        SteadyMeasure inFlight = run.measures().get("in-flight");
        assertThat(inFlight.batches().stream().mapToDouble(x -> x).average().orElseThrow())
                .isCloseTo(inFlight.estimate().value(), within(1e-9));
    }

    @Test
    void noShareOfABatchIsAboveOne() {
        Scenario scenario = Worlds.open(
                        ServerSpec.of(1, new Exponential(Duration.ofMillis(100)))
                                .queue(5)
                                .build(),
                        8,
                        Duration.ofSeconds(2000))
                .build();
        SteadyMeasure success = run(scenario, 1).measures().get("success");
        assertThat(success.estimate().value()).isBetween(0.9, 0.97);
        assertThat(success.batches()).allMatch(share -> share <= 1).anyMatch(share -> share < 0.95);
    }

    @Test
    void theWarmUpIsTheLongestOfTheLevelsAndTheyAreToldOfTheWholeRun() {
        SteadyRun run = run(queue(8, LONG).build(), 1);
        assertThat(run.levels()).containsOnlyKeys("in-flight", "in-flight(web)");
        assertThat(run.warmUp().nanos())
                .isEqualTo(run.levels().values().stream()
                        .mapToLong(SteadyLevel::warmUpNanos)
                        .max()
                        .orElseThrow());
        SteadyLevel level = run.levels().get("in-flight");
        assertThat(level.means()).hasSize(400);
        assertThat(level.means().size() * level.stepNanos()).isEqualTo(LONG.toNanos());
        assertThat(level.means().stream().mapToDouble(x -> x).average().orElseThrow())
                .isCloseTo(4, within(0.8));
    }

    @Test
    void levelsAreTheSameWhereTheWarmUpIsGiven() {
        Scenario scenario = queue(8, Duration.ofSeconds(2000)).build();
        SteadyRun given = SteadyRun.of(scenario, 1, Duration.ofSeconds(100), Watcher.NONE);
        assertThat(given.levels()).isEqualTo(run(scenario, 1).levels());
        assertThat(given.warmUp()).isEqualTo(new WarmUp(100_000_000_000L, WarmUp.Method.GIVEN));
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherSeedAnother() {
        Scenario scenario = queue(8, Duration.ofSeconds(2000)).build();
        assertThat(run(scenario, 1)).isEqualTo(run(scenario, 1));
        assertThat(run(scenario, 1).measures()).isNotEqualTo(run(scenario, 2).measures());
    }

    @Test
    void aShortRunIsNotTrustedAndSaysHowLongItWouldHaveToBe() {
        SteadyRun run =
                SteadyRun.of(queue(9, Duration.ofSeconds(600)).build(), 1, Duration.ofSeconds(100), Watcher.NONE);
        assertThat(run.isTrusted()).isFalse();
        int factor = run.measures().get("response-time.mean").factor();
        assertThat(factor).isGreaterThan(1);
        assertThat(run.wantedNanos()).isGreaterThanOrEqualTo((100 + factor * 500L) * 1_000_000_000);
    }

    @Test
    void aQueueThatOnlyGrowsNeverSettles() {
        SteadyRun run = run(queue(20, Duration.ofSeconds(2000)).build(), 1);
        assertThat(run.warmUp().method()).isEqualTo(WarmUp.Method.NOT_FOUND);
        assertThat(run.measures()).isEmpty();
        assertThat(run.levels().get("in-flight").isSettled()).isFalse();
        assertThat(run.isTrusted()).isFalse();
    }

    @Test
    void aScenarioThatTakesACourseIsRefusedWithAllThatMakesItSo() {
        Scenario scenario = queue(8, LONG)
                .traffic(
                        "visitors",
                        "news",
                        new Decay(Moment.after(Duration.ofMinutes(1)), Rate.perSecond(9), Duration.ofMinutes(1)))
                .fault(
                        "outage",
                        FaultSpec.of(Moment.after(Duration.ofMinutes(1)), Duration.ofSeconds(9), "web", Pause.ALL))
                .build();
        assertThatThrownBy(() -> run(scenario, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faults.outage")
                .hasMessageContaining("traffic.visitors.news");
    }

    @Test
    void aWarmUpThatLeavesNothingIsRefusedAndSoAreTooFewRequests() {
        Scenario scenario = queue(1, Duration.ofSeconds(100)).build();
        assertThatThrownBy(() -> SteadyRun.of(scenario, 1, Duration.ofSeconds(100), Watcher.NONE))
                .hasMessageContaining("must be shorter than the run");
        assertThatThrownBy(() -> SteadyRun.of(scenario, 1, Duration.ofSeconds(10), Watcher.NONE))
                .hasMessageContaining("must see at least 320 requests");
    }
}
