package dev.foreshock.engine.performance;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/**
 * A model with everything that a resilient system has: a gateway that calls with a timeout, retries with backoff and a budget for
 * them, over a network; the better of two servers out of eight, with four workers and a bounded queue each; lognormal work; a
 * database pool; the histogram of response times and the series over time that every run has.
 */
final class FullModel implements Contestant {
    private static final double PER_SECOND = 800;

    @Override
    public Figures run(long seed, int seconds) {
        return Runs.figures(Simulation.of(scenario(Duration.ofSeconds(seconds))), seed, seconds);
    }

    private static Scenario scenario(Duration length) {
        LinkSpec hop = LinkSpec.of(Duration.ofNanos(500_000));
        CallSpec servers = CallSpec.plain()
                .within(Duration.ofSeconds(1))
                .retrying(RetrySpec.of(3).budgeted(Percent.of(10)))
                .over(hop);
        return Scenario.named("full", Clock.of("2026-01-01T09:00:00Z", length))
                .component(
                        "gateway",
                        ServerSpec.of(1_000_000, new Fixed(Duration.ZERO))
                                .call("servers", servers)
                                .build())
                .component(
                        "servers",
                        ServerSpec.of(4, Lognormal.withCv(Duration.ofMillis(8), 1))
                                .replicas(8)
                                .queue(50)
                                .choose(ChoiceSpec.bestOf(2))
                                .call("database", CallSpec.plain().over(hop))
                                .build())
                .component("database", DatabaseSpec.of(20, new Exponential(Duration.ofMillis(16))))
                .users("clients", SimulatedTandem.onePage("gateway", Duration.ofSeconds(10)))
                .traffic("clients", "usual", new Constant(Rate.perSecond(PER_SECOND)))
                .build();
    }
}
