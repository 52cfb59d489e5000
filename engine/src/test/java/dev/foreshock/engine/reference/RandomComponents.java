package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import dev.foreshock.engine.model.BreakdownSpec;
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
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Random components. */
final class RandomComponents {
    private final Dice dice;
    private final RandomCalls calls;
    private final List<String> kinds;

    RandomComponents(Dice dice, RandomCalls calls, List<String> kinds) {
        this.dice = dice;
        this.calls = calls;
        this.kinds = kinds;
    }

    /** Returns a component that may call those named. */
    ComponentSpec component(List<String> below) {
        int kind = dice.between(0, 11);
        if (below.isEmpty()) {
            return kind < 3 ? opaque() : kind < 8 ? database() : server(below);
        }
        return switch (kind) {
            case 0 -> opaque();
            case 1, 2 -> database();
            case 3, 4, 5 -> balancer(below);
            case 6 -> queue(below);
            default -> server(below);
        };
    }

    private DatabaseSpec database() {
        DatabaseSpec database =
                new DatabaseSpec(dice.between(1, 4), dice.law(40), dice.oneIn(2) ? null : dice.millis(1, 100));
        return dice.oneIn(2) ? database : database.with(standby());
    }

    private StandbySpec standby() {
        Duration every = dice.millis(10, 1000);
        HealthCheckSpec check = HealthCheckSpec.every(every, every.dividedBy(dice.between(1, 3)))
                .inARow(dice.between(1, 4), dice.between(1, 3));
        check = dice.oneIn(2) ? check : check.fromBeginToBegin();
        Set<String> writes = kinds.isEmpty() || dice.oneIn(2) ? Set.of() : Set.of(dice.of(kinds));
        StandbySpec standby = StandbySpec.of(dice.millis(0, 1000), check, dice.law(200))
                .in(dice.of(StandbySpec.Mode.values()))
                .writing(writes)
                .repointing(dice.millis(0, 100));
        return dice.oneIn(2) ? standby : standby.rebuilding(dice.millis(1, 2000), dice.millis(0, 9000));
    }

    private OpaqueSpec opaque() {
        Duration p50 = dice.millis(1, 40);
        Map<String, MeasurementSpec> points = new TreeMap<>();
        for (int i = 0; i < dice.between(1, 3); i++) {
            points.put(
                    "p" + i,
                    new MeasurementSpec(
                            Rate.perSecond(10 * i + dice.between(0, 9)),
                            p50.multipliedBy(i + 1),
                            p50.multipliedBy(dice.between(i + 1, 8)),
                            dice.percent(0, 20)));
        }
        return new OpaqueSpec(points, dice.millis(100, 10_000));
    }

    private QueueSpec queue(List<String> below) {
        QueueSpec queue = QueueSpec.of(dice.between(1, 3), dice.law(60))
                .accepting(dice.law(2))
                .redelivering(dice.between(0, 2), dice.millis(0, 2000));
        queue = dice.oneIn(2) ? queue : queue.holding(dice.between(0, 10));
        return dice.oneIn(3) ? queue : queue.call("next", calls.call(dice.of(below)));
    }

    /** Returns random weights that add up. */
    Map<String, Percent> weights(List<String> names) {
        Map<String, Percent> weights = new TreeMap<>();
        int left = 100;
        for (int i = 0; i < names.size() - 1; i++) {
            int part = dice.oneIn(4) ? 0 : dice.between(0, left);
            weights.put(names.get(i), Percent.of(part));
            left -= part;
        }
        weights.put(names.get(names.size() - 1), Percent.of(left));
        return weights;
    }

    private BalancerSpec balancer(List<String> below) {
        BalancerSpec balancer = new BalancerSpec(
                weights(below.subList(0, dice.between(1, Math.min(3, below.size())))),
                dice.of(Switching.values()),
                dice.millis(100, 20_000),
                dice.percent(0, 50),
                dice.millis(1000, 60_000),
                calls.link());
        boolean byWeight = balancer.switching() == Switching.DNS || dice.oneIn(3);
        return watched(byWeight ? balancer : balancer.choosing(calls.choice()));
    }

    private BalancerSpec watched(BalancerSpec balancer) {
        BalancerSpec watched = dice.oneIn(2) ? balancer.checking(calls.check()) : balancer;
        if (dice.oneIn(4)) {
            watched = watched.refusingWhenNoneIsLeft();
        } else if (dice.oneIn(3)) {
            watched = watched.panickingAt(dice.percent(0, 100));
        }
        boolean limited = dice.oneIn(2);
        watched = limited ? watched.within(dice.millis(5, 400)) : watched;
        if (balancer.switching() == Switching.DNS) {
            return watched;
        }
        watched = dice.oneIn(2) ? watched.ejecting(calls.ejection()) : watched;
        return dice.oneIn(2) ? watched.redispatching(calls.redispatch(limited)) : watched;
    }

    private ServerSpec server(List<String> below) {
        ServerSpec.Builder server =
                ServerSpec.of(dice.between(1, 3), dice.law(60)).replicas(dice.oneIn(2) ? 1 : dice.between(2, 4));
        if (dice.oneIn(2)) {
            server.choose(calls.choice());
        }
        int count = below.isEmpty() ? 0 : dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            CallSpec call = calls.call(dice.of(below));
            server.call("x" + i, i > 0 && dice.oneIn(3) ? call.after("x" + (i - 1)) : call);
        }
        if (count > 0 && dice.oneIn(3)) {
            server.nonBlocking();
        }
        if (!dice.oneIn(3)) {
            server.queue(dice.between(0, 12));
        }
        service(server);
        trouble(server);
        return server.build();
    }

    private void service(ServerSpec.Builder server) {
        if (dice.oneIn(2)) {
            server.discipline(discipline());
        }
        if (dice.oneIn(4)) {
            server.patience(dice.law(50));
        }
        if (dice.oneIn(4)) {
            server.codel(new CodelSpec(dice.millis(0, 20), dice.millis(5, 200)));
        }
        if (dice.oneIn(4)) {
            server.contention(Duration.ofNanos(dice.between(1, 2_000_000)));
        }
        if (!kinds.isEmpty() && dice.oneIn(3)) {
            server.workFor(dice.of(kinds), dice.law(20));
        }
        if (dice.oneIn(4)) {
            server.pageCache(new PageCacheSpec(
                    dice.percent(1, 100), dice.between(1, 20), dice.upTo(2), dice.millis(10, 10_000)));
        }
        if (dice.oneIn(5)) {
            server.admit(new AdmissionSpec(
                    Rate.perSecond(dice.between(1, 30)),
                    dice.of(AdmissionSpec.By.values()),
                    dice.millis(10, 2000),
                    dice.of(AdmissionSpec.Per.values())));
        }
    }

    private DisciplineSpec discipline() {
        Order order = dice.of(Order.FIFO, Order.LIFO, Order.PREEMPTIVE_LIFO, Order.ADAPTIVE_LIFO);
        Map<String, Integer> ranks = new TreeMap<>();
        kinds.forEach(kind -> {
            if (dice.oneIn(2)) {
                ranks.put(kind, dice.between(1, 3));
            }
        });
        return new DisciplineSpec(order, dice.millis(1, 300), ranks, dice.oneIn(2));
    }

    private void trouble(ServerSpec.Builder server) {
        if (dice.oneIn(5)) {
            server.fails(dice.percent(1, 30));
        }
        if (!kinds.isEmpty() && dice.oneIn(5)) {
            server.failsFor(dice.of(kinds), dice.percent(0, 60));
        }
        if (dice.oneIn(3)) {
            server.memory(new MemorySpec(new Bytes(dice.between(3, 25)), new Bytes(1)));
        }
        if (dice.oneIn(5)) {
            BreakdownSpec.Work work = dice.of(BreakdownSpec.Work.values());
            BreakdownSpec breakdowns = BreakdownSpec.of(lasting(dice.law(8000)), dice.law(1500), work);
            server.breakdowns(dice.oneIn(2) ? breakdowns : breakdowns.repairedBy(dice.between(1, 2)));
        }
        server.restart(new RestartSpec(
                dice.millis(0, 4000),
                dice.oneIn(3) ? null : dice.millis(0, 3000),
                dice.percent(10, 100),
                dice.millis(0, 5000)));
    }

    /** Returns {@code law}, or a second where it is always 0. */
    private static TimeLaw lasting(TimeLaw law) {
        return law.mean().isZero() ? new Fixed(Duration.ofSeconds(1)) : law;
    }
}
