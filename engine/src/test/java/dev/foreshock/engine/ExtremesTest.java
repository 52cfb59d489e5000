package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Decay;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Settings that nobody has and somebody tries. */
@Timeout(20)
class ExtremesTest {
    private static final TimeLaw NOTHING = new Fixed(Duration.ZERO);

    private static RunResult run(ComponentSpec web, double perSecond, Duration length) {
        return Worlds.runOnce(Worlds.open(web, perSecond, length).build());
    }

    @Test
    void aHundredDaysOfNobodyPass() {
        RunResult run = run(ServerSpec.of(1, NOTHING).build(), 0, Duration.ofDays(100));
        assertThat(run.series().size()).isLessThanOrEqualTo(512);
        assertThat(run.minutes().size()).isLessThanOrEqualTo(1 << 15);
        assertThat(run.requests().offered()).isZero();
    }

    @Test
    void impatienceOfAMillisecondAndTenThousandRefreshesAtOnce() {
        FailureHabits refreshing = new FailureHabits(Percent.HUNDRED, NOTHING, 10_000);
        Scenario scenario = Scenario.named("rage", Worlds.from9(Duration.ofMinutes(1)))
                .component(
                        "web",
                        ServerSpec.of(1, new Fixed(Duration.ofSeconds(1)))
                                .queue(10)
                                .build())
                .users("u", Worlds.users("web", new Count(1), NOTHING, Duration.ofMillis(1), refreshing))
                .traffic("u", "usual", new Constant(Rate.perSecond(1)))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        assertThat(run.requests().offered()).isGreaterThan(100_000);
        assertThat(run.requests().succeeded()).isZero();
    }

    @Test
    void tenThousandRefreshesOfARefusalAtOnceTakeNoTime() {
        FailureHabits refreshing = new FailureHabits(Percent.HUNDRED, NOTHING, 10_000);
        Scenario scenario = Scenario.named("rage", Worlds.from9(Duration.ofSeconds(30)))
                .component("web", Stub.atOnce(Outcome.REFUSED))
                .users("u", Worlds.users("web", new Count(1), NOTHING, Duration.ofSeconds(1), refreshing))
                .traffic("u", "usual", new Constant(Rate.perSecond(1)))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        assertThat(run.requests().offered()).isEqualTo(10_001 * run.users().total());
    }

    @Test
    void tenThousandCallsTogetherForEachRequest() {
        ServerSpec web = ServerSpec.of(3, NOTHING)
                .call(
                        "db",
                        CallSpec.plain()
                                .timesTogether(10_000)
                                .within(Duration.ofMillis(500))
                                .retrying(RetrySpec.of(1)))
                .build();
        RunResult run = Worlds.runOnce(Worlds.open(web, 1, Duration.ofSeconds(30))
                .component("db", DatabaseSpec.of(100, new Exponential(Duration.ofMillis(5))))
                .build());
        assertThat(run.components().get("db").arrivals()).isGreaterThan(100_000);
    }

    @Test
    void thousandsOfReplicasCostAboutAsMuchAsOne() {
        long small =
                time(ServerSpec.of(1000, new Exponential(Duration.ofMillis(50))).build());
        long large = time(ServerSpec.of(10, new Exponential(Duration.ofMillis(50)))
                .replicas(5000)
                .build());
        assertThat(large)
                .as("nanoseconds with 5000 replicas, against %s", small)
                .isLessThan(20 * small + 500_000_000);
    }

    private static long time(ServerSpec web) {
        long start = java.lang.System.nanoTime();
        run(web, 2000, Duration.ofSeconds(60));
        return java.lang.System.nanoTime() - start;
    }

    @Test
    void zeroWorkAndAThousandTiersOfBalancers() {
        ScenarioBuilder builder =
                Worlds.open(BalancerSpec.atOnce(Map.of("b0", Percent.HUNDRED)), 10, Duration.ofSeconds(10));
        for (int i = 0; i < 1000; i++) {
            builder.component("b" + i, BalancerSpec.atOnce(Map.of(i == 999 ? "end" : "b" + (i + 1), Percent.HUNDRED)));
        }
        RunResult run = Worlds.runOnce(
                builder.component("end", ServerSpec.of(1, NOTHING).build()).build());
        assertThat(run.requests().succeeded())
                .isEqualTo(run.requests().offered())
                .isPositive();
    }

    @Test
    void aChainOfTenThousandStepsHasNoCycleAndNoEnd() {
        ScenarioBuilder builder = Worlds.open(ServerSpec.of(1, NOTHING).build(), 1, Duration.ofSeconds(1))
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO));
        for (int i = 0; i < 10_000; i++) {
            StepSpec.Builder step = StepSpec.by("sam", Duration.ofSeconds(1));
            builder.step(
                    "s" + (10_000 + i), (i == 9_999 ? step : step.after(StepRef.done("s" + (10_001 + i)))).build());
        }
        assertThat(builder.build().runbook()).hasSize(10_000);
    }

    @Test
    void timesOfYearsDoNotOverflow() {
        Duration long1 = Duration.ofDays(3650);
        ServerSpec web = ServerSpec.of(5, Lognormal.withCv(long1, 100))
                .restart(RestartSpec.byHand(Duration.ofSeconds(1), Percent.of(0.1), long1))
                .call(
                        "db",
                        CallSpec.plain().within(long1).retrying(new RetrySpec(3, long1, 100, long1, Jitter.FULL, null)))
                .build();
        Scenario scenario = Scenario.named("long", Worlds.from9(Duration.ofHours(1)))
                .component("web", web)
                .component("db", DatabaseSpec.of(1, new Exponential(long1)))
                .users("u", Worlds.users("web", new Count(1), new Exponential(long1), long1, Worlds.habits(0, 0)))
                .traffic("u", "usual", new Constant(Rate.perSecond(1)))
                .monitor("m", Alert.on("web", Condition.of(Signal.REQUESTS, Comparison.ABOVE, 0, Duration.ZERO), "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofSeconds(5)))
                .step(
                        "restart",
                        StepSpec.by("sam", Duration.ofSeconds(5))
                                .does(new Action.Restart("web"))
                                .build())
                .step(
                        "wait",
                        StepSpec.by("sam", long1).after(StepRef.done("restart")).build())
                .build();
        assertThat(Worlds.runOnce(scenario).requests().offered()).isPositive();
    }

    @Test
    void durationsBeyondTenYearsAreAProblemNotATrace() {
        Duration millennia = Duration.ofDays(365_000_000);
        ServerSpec web = ServerSpec.of(1, new Fixed(millennia))
                .call("db", CallSpec.plain().within(millennia))
                .build();
        assertThat(Inspector.inspect(web))
                .extracting(problem -> problem.path())
                .containsExactlyInAnyOrder("work.value", "calls.db.timeout");
    }

    @Test
    void absurdRatesAreRefusedOrEndInTime() {
        RunResult none = run(ServerSpec.of(1, NOTHING).build(), Double.MIN_VALUE, Duration.ofHours(1));
        assertThat(none.requests().offered()).isZero();
        RunResult burst = run(ServerSpec.of(1, NOTHING).build(), 1e9, Duration.ofMillis(1));
        assertThat(burst.requests().offered()).isBetween(990_000L, 1_010_000L);
    }

    @Test
    void aUsualRateThatFadesThroughTheSmallestNumbersIsCarriedThrough() {
        Scenario scenario = Scenario.named("fading", Worlds.from9(Duration.ofMinutes(40)))
                .component("web", ServerSpec.of(1, NOTHING).build())
                .users("u", Worlds.onePage("web"))
                .traffic("u", "usual", new Decay(Moment.at("09:00"), Rate.perSecond(1), Duration.ofSeconds(2)))
                .traffic("u", "more", new Constant(Rate.perSecond(1)))
                .monitor(
                        "m",
                        Alert.on(
                                "web",
                                Condition.of(Signal.VISITORS, Comparison.ABOVE, 2, Duration.ofSeconds(60))
                                        .againstUsual(),
                                "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofSeconds(5)))
                .build();
        assertThat(Worlds.runOnce(scenario).incident()).isNotNull();
    }

    @Test
    void aCrashLoopFillsTheJournalAndNothingElse() {
        ServerSpec web = ServerSpec.of(1, new Fixed(Duration.ofSeconds(1)))
                .memory(new MemorySpec(new Bytes(3), new Bytes(1)))
                .restart(new RestartSpec(Duration.ofMillis(10), Duration.ZERO, Percent.HUNDRED, Duration.ZERO))
                .build();
        RunResult run = run(web, 1000, Duration.ofMinutes(5));
        assertThat(run.journal().entries()).hasSize(10_000);
        assertThat(run.journal().dropped()).isPositive();
        Claim none = Claim.of(Measure.CRASHES, Comparison.AT_LEAST, Limit.of(1)).about("web");
        assertThat(Worlds.run(
                                Worlds.open(web, 1000, Duration.ofMinutes(5))
                                        .gate("crashes", none)
                                        .build(),
                                1)
                        .gates()
                        .get(0)
                        .verdict())
                .as("what was not written down was not observed")
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void aRunCanBeStoppedInTheMiddleOfEndlessWorkAtOneTime() {
        FailureHabits refreshing = new FailureHabits(Percent.HUNDRED, NOTHING, 10_000);
        RetrySpec retries = new RetrySpec(1000, Duration.ZERO, 1, Duration.ZERO, Jitter.NONE, null);
        Scenario scenario = Scenario.named("storm", Worlds.from9(Duration.ofSeconds(30)))
                .component(
                        "web",
                        ServerSpec.of(1, NOTHING)
                                .call("db", CallSpec.plain().retrying(retries))
                                .build())
                .component("db", Stub.atOnce(ERROR))
                .users("u", Worlds.users("web", new Count(1), NOTHING, Duration.ofSeconds(1), refreshing))
                .traffic("u", "usual", new Constant(Rate.perSecond(100)))
                .build();
        AtomicInteger looks = new AtomicInteger();
        Watcher watcher = new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {}

            @Override
            public boolean stopWanted() {
                return looks.incrementAndGet() == 2;
            }
        };
        assertThatThrownBy(() -> Simulation.of(scenario).run(RunOptions.inline(1), watcher))
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void moreUsersThanCanBeCountedAreRefusedBeforeTheRun() {
        Scenario scenario = Worlds.open(ServerSpec.of(1, NOTHING).build(), 1e9, Duration.ofHours(1))
                .build();
        assertThatThrownBy(() -> Worlds.runOnce(scenario))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining(
                        "traffic.visitors: users of one class in one run must be at most 1000000000, but 3600000000000 are expected");
    }

    /** A curve that somebody wrote wrong. */
    public record Wrong(double rate) implements Curve {
        @Override
        public Profile on(Clock clock, Rate usual) {
            return nanos -> nanos < 30_000_000_000L ? 1 : rate;
        }
    }

    @Test
    void aCurveThatGivesNoRateIsAnErrorAndNotAnEndlessRun() {
        for (double rate : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            Scenario scenario = Worlds.open(ServerSpec.of(1, NOTHING).build(), 0, Duration.ofMinutes(1))
                    .traffic("visitors", "wrong", new Wrong(rate))
                    .build();
            assertThatThrownBy(() -> Worlds.runOnce(scenario))
                    .as("%s", rate)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("traffic curves must give finite rates, none negative, but gave");
        }
    }
}
