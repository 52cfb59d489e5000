package dev.foreshock.engine.model;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.model.BalancerSpec.NoneLeft;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A balancer whose settings can still be changed: what a balancer with one other setting is made of. */
final class BalancerDraft {
    private final BalancerSpec of;
    ChoiceSpec choose;

    @Nullable
    Duration timeout;

    @Nullable
    HealthCheckSpec check;

    @Nullable
    EjectionSpec eject;

    @Nullable
    RedispatchSpec redispatch;

    NoneLeft noneLeft;
    Percent panicAt;
    LinkSpec link;

    BalancerDraft(BalancerSpec balancer) {
        of = balancer;
        choose = balancer.choose();
        timeout = balancer.timeout();
        check = balancer.check();
        eject = balancer.eject();
        redispatch = balancer.redispatch();
        noneLeft = balancer.noneLeft();
        panicAt = balancer.panicAt();
        link = balancer.link();
    }

    BalancerSpec spec() {
        return new BalancerSpec(
                of.weights(),
                choose,
                of.switching(),
                of.ttl(),
                of.ignoreTtl(),
                of.ignoredFor(),
                timeout,
                check,
                eject,
                redispatch,
                noneLeft,
                panicAt,
                link);
    }
}
