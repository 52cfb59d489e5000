package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Action;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static Scenario busy(boolean backwards) {
        UsersSpec users = Worlds.users(
                "front",
                new Geometric(3),
                new Exponential(Duration.ofSeconds(5)),
                Duration.ofSeconds(2),
                Worlds.habits(70, 3));
        List<UnaryOperator<ScenarioBuilder>> parts = new ArrayList<>(List.of(
                to -> to.component(
                        "front",
                        BalancerSpec.dns(
                                reversible(backwards, "backup", Percent.of(10), "web", Percent.of(90)),
                                Duration.ofSeconds(60),
                                Percent.of(10),
                                Duration.ofMinutes(10))),
                to -> to.component(
                        "web",
                        ServerSpec.of(8, Lognormal.withCv(Duration.ofMillis(80), 1))
                                .replicas(2)
                                .memory(new MemorySpec(Bytes.mebi(40), Bytes.mebi(1)))
                                .restart(new RestartSpec(
                                        Duration.ofSeconds(20),
                                        Duration.ofSeconds(20),
                                        Percent.of(50),
                                        Duration.ofSeconds(30)))
                                .call(
                                        "db",
                                        CallSpec.plain()
                                                .within(Duration.ofMillis(200))
                                                .retrying(RetrySpec.of(2)))
                                .pageCache(PageCacheSpec.of(Percent.of(50)))
                                .build()),
                to -> to.component(
                        "backup",
                        ServerSpec.of(4, new Exponential(Duration.ofMillis(80)))
                                .queue(20)
                                .build()),
                to -> to.component("db", DatabaseSpec.of(10, new Exponential(Duration.ofMillis(60)))),
                to -> to.users("shoppers", users),
                to -> to.users("bots", Worlds.onePage("web")),
                to -> to.traffic("shoppers", "usual", new Constant(Rate.perSecond(20))),
                to -> to.traffic(
                        "shoppers",
                        "surge",
                        new Step(Moment.at("09:02"), Multiple.x(5), Moment.at("09:06"), Duration.ofMinutes(1))),
                to -> to.traffic("bots", "usual", new Constant(Rate.perSecond(3))),
                to -> to.monitor(
                        "errors",
                        Alert.on(
                                "web",
                                Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofSeconds(30)),
                                "sam")),
                to -> to.responder("sam", ResponderSpec.reachedIn(Duration.ofSeconds(40))),
                to -> to.step(
                        "redirect",
                        StepSpec.by("sam", Duration.ofSeconds(30))
                                .does(new Action.Weights(
                                        "front", Map.of("backup", Percent.of(60), "web", Percent.of(40))))
                                .build()),
                to -> to.gate("up", Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)))));
        if (backwards) {
            Collections.reverse(parts);
        }
        ScenarioBuilder builder = Scenario.named("busy", Worlds.from9(Duration.ofMinutes(10)));
        for (var part : parts) {
            builder = part.apply(builder);
        }
        return builder.build();
    }

    private static Map<String, Percent> reversible(boolean backwards, String a, Percent x, String b, Percent y) {
        Map<String, Percent> map = new LinkedHashMap<>();
        map.put(backwards ? b : a, backwards ? y : x);
        map.put(backwards ? a : b, backwards ? x : y);
        return map;
    }

    @Test
    void theOrderOfDeclarationsMeansNothing() {
        assertThat(busy(true)).isEqualTo(busy(false));
        assertThat(Worlds.run(busy(true), 2).runs())
                .isEqualTo(Worlds.run(busy(false), 2).runs());
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws InterruptedException {
        RunSet one = Simulation.of(busy(false)).run(RunOptions.inline(5));
        assertThat(one.runs().get(0).requests().failed())
                .as("there is trouble in it")
                .isGreaterThan(100);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            for (int threads = 2; threads <= 3; threads++) {
                RunOptions options = new RunOptions(RunOptions.DEFAULT_SEED, 5, threads, executor, null, 1);
                assertThat(Simulation.of(busy(false)).run(options)).isEqualTo(one);
            }
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReplicationAloneEqualsItselfAmongMany() {
        List<RunResult> many = Worlds.run(busy(false), 3).runs();
        Simulation simulation = Simulation.of(busy(false));
        for (int replications = 1; replications < 3; replications++) {
            List<RunResult> few = simulation
                    .run(RunOptions.inline(replications).seed(Worlds.SEED))
                    .runs();
            assertThat(few.get(replications - 1)).isEqualTo(many.get(replications - 1));
        }
        assertThat(many.get(0).checksum()).isNotEqualTo(many.get(1).checksum());
        assertThat(Simulation.of(busy(false))
                        .run(RunOptions.inline(1).seed(5))
                        .runs()
                        .get(0)
                        .checksum())
                .isNotEqualTo(many.get(0).checksum());
    }

    @Test
    void aStopEndsTheRunSoon() {
        AtomicInteger looks = new AtomicInteger();
        Watcher watcher = new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {}

            @Override
            public boolean stopWanted() {
                return looks.incrementAndGet() > 3;
            }
        };
        assertThatThrownBy(() -> Simulation.of(busy(false)).run(RunOptions.inline(20), watcher))
                .isInstanceOf(StoppedException.class);
        assertThat(looks.get()).isLessThan(10);
    }

    @Test
    void progressReachesTheEndOncePerReplication() {
        AtomicInteger ends = new AtomicInteger();
        Watcher watcher = new Watcher() {
            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {
                assertThat(simulatedNanos).isLessThanOrEqualTo(ofNanos);
                if (simulatedNanos == ofNanos) {
                    ends.incrementAndGet();
                }
            }

            @Override
            public boolean stopWanted() {
                return false;
            }
        };
        Simulation.of(Worlds.open(Stub.after(1, OK), 1, Duration.ofMillis(20_001))
                        .build())
                .run(RunOptions.inline(3), watcher);
        assertThat(ends.get()).isEqualTo(3);
    }
}
