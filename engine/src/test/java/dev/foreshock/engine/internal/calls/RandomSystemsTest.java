package dev.foreshock.engine.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.ChoiceSpec.Ties;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.CodelSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random systems under random calls and restarts: nothing is lost, nothing is left over, the same again for the same seed. */
class RandomSystemsTest {
    private static final int SYSTEMS = 400;

    @Test
    void everyCallEndsOnceAndEverythingIsGivenBack() {
        for (long seed = 0; seed < SYSTEMS; seed++) {
            long replay = seed;
            assertThatCode(() -> run(replay)).as("system of seed %s", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void theSameSystemDoesTheSameAgain() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(run(seed)).as("seed %s", seed).isEqualTo(run(seed));
        }
    }

    private static String run(long seed) {
        Random random = new Random(seed);
        int tiers = 2 + random.nextInt(5);
        Map<String, ComponentSpec> components = new TreeMap<>();
        for (int tier = 0; tier < tiers; tier++) {
            components.put("c" + tier, component(random, tier, tiers));
        }
        Lab lab = Lab.of(components);
        List<Lab.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            CallSpec call = settings(random, CallSpec.plain()).retrying(RetrySpec.NONE);
            answers.add(lab.call(random.nextInt(200), "c" + random.nextInt(2), random.nextInt(20), call));
        }
        for (int i = 0; i < 8; i++) {
            int tier = random.nextInt(tiers);
            if (components.get("c" + tier) instanceof ServerSpec) {
                Action action = random.nextBoolean()
                        ? new Action.Restart("c" + tier)
                        : new Action.Resize(
                                "c" + tier,
                                random.nextBoolean() ? "workers" : "memory",
                                Multiple.x(random.nextInt(30) / 10.0));
                lab.act(random.nextInt(300), action);
            } else if (components.get("c" + tier) instanceof QueueSpec) {
                lab.act(
                        random.nextInt(300),
                        new Action.Resize("c" + tier, "consumers", Multiple.x(random.nextInt(30) / 10.0)));
            }
        }
        lab.run();
        StringBuilder story = new StringBuilder();
        answers.forEach(answer ->
                story.append(answer.outcome()).append(answer.atNanos()).append(' '));
        return story.append(lab.events()).toString();
    }

    private static ComponentSpec component(Random random, int tier, int tiers) {
        if (tier > 1 && random.nextInt(10) == 0) {
            Duration p50 = Duration.ofNanos(1 + random.nextInt(3_000_000));
            return OpaqueSpec.of(Map.of(
                    "a", new MeasurementSpec(Rate.perSecond(random.nextInt(300)), p50, p50, Percent.of(20)),
                    "b", new MeasurementSpec(Rate.perSecond(400), p50, p50.multipliedBy(3), Percent.ZERO)));
        }
        if (tier == tiers - 1 || random.nextInt(5) == 0) {
            Duration wait = random.nextBoolean() ? null : Duration.ofMillis(random.nextInt(20) + 1);
            return new DatabaseSpec(1 + random.nextInt(3), law(random), wait);
        }
        if (random.nextInt(6) == 0) {
            BalancerSpec alone = BalancerSpec.atOnce(Map.of("c" + (tier + 1), Percent.HUNDRED));
            return random.nextBoolean() ? alone : alone.choosing(choice(random));
        }
        if (random.nextInt(6) == 0) {
            QueueSpec queue = QueueSpec.of(1 + random.nextInt(3), law(random))
                    .accepting(law(random))
                    .redelivering(random.nextInt(3), Duration.ofMillis(random.nextInt(20)))
                    .call("next", settings(random, CallSpec.plain().to("c" + (tier + 1))));
            return random.nextBoolean() ? queue : queue.holding(random.nextInt(6));
        }
        ServerSpec.Builder server =
                ServerSpec.of(1 + random.nextInt(4), law(random)).replicas(1 + random.nextInt(3));
        if (random.nextBoolean()) {
            server.choose(choice(random));
        }
        int calls = random.nextInt(4);
        for (int call = calls; call > 0; call--) {
            CallSpec spec = settings(random, CallSpec.plain().to("c" + (tier + 1 + random.nextInt(tiers - tier - 1))));
            server.call("x" + call, call < calls && random.nextInt(3) == 0 ? spec.after("x" + (call + 1)) : spec);
        }
        if (random.nextInt(3) == 0) {
            server.queue(random.nextInt(6));
        }
        Order[] orders = Order.values();
        server.discipline(DisciplineSpec.of(orders[random.nextInt(orders.length)]));
        if (random.nextInt(3) == 0) {
            server.patience(law(random));
        }
        if (random.nextInt(3) == 0) {
            server.codel(new CodelSpec(Duration.ofMillis(5), Duration.ofMillis(20)));
        }
        if (random.nextInt(3) == 0) {
            server.fails(Percent.of(30)).contention(Duration.ofNanos(50_000));
        }
        if (random.nextInt(3) == 0) {
            server.memory(new MemorySpec(new Bytes(2 + random.nextInt(9)), new Bytes(1)));
        }
        if (random.nextInt(3) == 0) {
            server.pageCache(new PageCacheSpec(Percent.of(50), 5, 1, Duration.ofMillis(30)));
        }
        if (random.nextInt(4) == 0) {
            server.admit(new AdmissionSpec(
                    Rate.perSecond(300),
                    random.nextBoolean() ? AdmissionSpec.By.SESSION : AdmissionSpec.By.REQUEST,
                    Duration.ofMillis(50)));
        }
        Duration automatic = random.nextInt(3) == 0 ? null : Duration.ofMillis(random.nextInt(10));
        return server.restart(new RestartSpec(
                        Duration.ofMillis(random.nextInt(20)),
                        automatic,
                        Percent.of(10 + random.nextInt(91)),
                        Duration.ofMillis(random.nextInt(40))))
                .build();
    }

    private static Scope scope(Random random) {
        return List.of(Scope.values()).get(random.nextInt(Scope.values().length));
    }

    private static ChoiceSpec choice(Random random) {
        By[] ways = {By.ROUND_ROBIN, By.RANDOM, By.LEAST_IN_FLIGHT, By.BEST_OF};
        Duration view = random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(1 + random.nextInt(20));
        return new ChoiceSpec(
                ways[random.nextInt(ways.length)],
                1 + random.nextInt(3),
                view,
                random.nextBoolean() ? Ties.FIRST : Ties.RANDOM);
    }

    /** Times that often coincide, and are often nothing. */
    private static TimeLaw law(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Fixed(Duration.ZERO);
            case 1 -> new Fixed(Duration.ofMillis(random.nextInt(10)));
            default -> new Exponential(Duration.ofMillis(1 + random.nextInt(10)));
        };
    }

    private static CallSpec settings(Random random, CallSpec plain) {
        CallSpec call = plain;
        if (random.nextInt(3) > 0) {
            call = call.within(Duration.ofMillis(1 + random.nextInt(40)));
        }
        if (random.nextBoolean()) {
            call = call.cancelling();
        }
        if (random.nextInt(3) == 0) {
            call = call.passingDeadline();
        }
        if (random.nextInt(4) == 0) {
            call = call.dispensable();
        }
        if (random.nextInt(3) == 0) {
            call = random.nextBoolean() ? call.times(1 + random.nextInt(4)) : call.timesTogether(1 + random.nextInt(6));
        }
        if (random.nextInt(3) == 0) {
            Duration base = Duration.ofMillis(random.nextInt(5));
            call = call.retrying(new RetrySpec(
                    random.nextInt(4),
                    base,
                    2,
                    Duration.ofMillis(10),
                    random.nextBoolean() ? Jitter.FULL : Jitter.NONE,
                    random.nextInt(4) == 0 ? Percent.of(1) : null));
        }
        if (random.nextInt(3) == 0 && (call.timeout() == null || call.timeout().toMillis() > 1)) {
            long most = call.timeout() == null ? 10 : call.timeout().toMillis() - 1;
            RetryBudgetSpec budget = new RetryBudgetSpec(Percent.of(50), 5, random.nextInt(6), scope(random));
            call = call.hedged(new HedgeSpec(
                    Duration.ofMillis(1 + random.nextInt((int) Math.min(most, 10))),
                    random.nextInt(5),
                    random.nextBoolean() ? null : budget));
        }
        if (random.nextInt(5) == 0) {
            call = call.throttled(new ThrottleSpec(1 + random.nextDouble(), Duration.ofMillis(50), scope(random)));
        }
        if (random.nextInt(5) == 0) {
            call = call.retrying(call.retries().broken(new RetryBreakerSpec(Percent.of(30), scope(random))));
        }
        if (random.nextInt(5) == 0) {
            call = call.madeBy(Percent.of(random.nextInt(101)));
        }
        if (random.nextBoolean()) {
            Integer connections = random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(3));
            call = call.over(new LinkSpec(
                    law(random),
                    connections,
                    Duration.ofMillis(random.nextInt(3)),
                    Duration.ofMillis(random.nextInt(30))));
        }
        return call;
    }
}
