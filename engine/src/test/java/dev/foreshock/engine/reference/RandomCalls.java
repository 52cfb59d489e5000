package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.ChoiceSpec.Ties;
import dev.foreshock.engine.call.CircuitBreakerSpec;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.law.Fixed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Random calls, links and choices. */
final class RandomCalls {
    private final Dice dice;
    private final List<String> kinds;

    RandomCalls(Dice dice, List<String> kinds) {
        this.dice = dice;
        this.kinds = kinds;
    }

    LinkSpec link() {
        if (dice.oneIn(2)) {
            return LinkSpec.of(dice.oneIn(2) ? Duration.ZERO : dice.millis(1, 5));
        }
        Integer most = dice.oneIn(2) ? null : Integer.valueOf(dice.between(1, 4));
        Duration connect = dice.oneIn(2) ? Duration.ZERO : dice.millis(1, 10);
        return new LinkSpec(dice.oneIn(2) ? new Fixed(Duration.ZERO) : dice.law(3), most, connect, dice.millis(0, 300));
    }

    ChoiceSpec choice() {
        By[] ways = {By.ROUND_ROBIN, By.RANDOM, By.LEAST_IN_FLIGHT, By.BEST_OF};
        Duration view = dice.oneIn(2) ? Duration.ZERO : dice.millis(1, 500);
        return new ChoiceSpec(dice.of(ways), dice.between(1, 3), view, dice.of(Ties.values()));
    }

    HealthCheckSpec check() {
        Duration every = dice.millis(50, 3000);
        Duration within = dice.oneIn(4) ? every : dice.millis(1, (int) every.toMillis());
        return new HealthCheckSpec(
                every,
                dice.of(HealthCheckSpec.From.values()),
                within,
                dice.between(1, 4),
                dice.between(1, 3),
                dice.of(HealthCheckSpec.Depth.values()));
    }

    EjectionSpec ejection() {
        Duration first = dice.millis(10, 3000);
        Duration longest = first.plus(dice.millis(0, 5000));
        return new EjectionSpec(dice.between(1, 6), first, longest, dice.percent(0, 100));
    }

    RedispatchSpec redispatch(boolean limited) {
        Set<RedispatchSpec.On> on = EnumSet.of(dice.of(RedispatchSpec.On.values()));
        on.add(dice.of(RedispatchSpec.On.values()));
        if (!limited) {
            on.remove(RedispatchSpec.On.TIMED_OUT);
            on.add(RedispatchSpec.On.REFUSED);
        }
        return new RedispatchSpec(dice.between(1, 3), on);
    }

    private RetryBudgetSpec budget() {
        int cap = dice.between(1, 10);
        Integer start = dice.oneIn(2) ? null : Integer.valueOf(dice.between(0, cap));
        return new RetryBudgetSpec(dice.percent(0, 60), cap, start, dice.of(Scope.values()));
    }

    private RetrySpec retries() {
        return new RetrySpec(
                dice.between(0, 3),
                dice.millis(0, 50),
                1 + dice.upTo(2),
                dice.millis(10, 200),
                dice.of(Jitter.values()),
                dice.oneIn(2) ? budget() : null,
                dice.oneIn(3) ? new RetryBreakerSpec(dice.percent(5, 80), dice.of(Scope.values())) : null);
    }

    CallSpec call(String to) {
        CallSpec call = CallSpec.plain().to(to);
        if (!dice.oneIn(3)) {
            call = call.within(dice.millis(5, 400));
        }
        call = dice.oneIn(2) ? call.cancelling() : call;
        call = dice.oneIn(3) ? call.passingDeadline() : call;
        call = dice.oneIn(4) ? call.dispensable() : call;
        if (dice.oneIn(3)) {
            int count = dice.between(1, 3);
            call = dice.oneIn(2) ? call.times(count) : call.timesTogether(count);
        }
        call = dice.oneIn(2) ? call.retrying(retries()) : call;
        if (dice.oneIn(4)) {
            int most = call.timeout() == null ? 100 : (int) call.timeout().toMillis() - 1;
            HedgeSpec hedge = new HedgeSpec(dice.millis(1, most), dice.between(0, 3), dice.oneIn(2) ? budget() : null);
            call = call.hedged(hedge);
        }
        if (dice.oneIn(5)) {
            call = call.throttled(new ThrottleSpec(1 + dice.upTo(1), dice.millis(50, 5000), dice.of(Scope.values())));
        }
        if (dice.oneIn(4)) {
            call = call.breaking(new CircuitBreakerSpec(
                    dice.percent(1, 100),
                    dice.between(1, 12),
                    dice.millis(10, 3000),
                    dice.between(1, 5),
                    dice.of(Scope.values())));
        }
        call = dice.oneIn(5) ? call.madeBy(dice.percent(0, 100)) : call;
        call = !kinds.isEmpty() && dice.oneIn(5) ? call.forRequests(dice.of(kinds)) : call;
        return dice.oneIn(2) ? call.over(link()) : call;
    }
}
