package dev.foreshock.engine.performance;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/**
 * The tandem in Foreshock, with all its measures. What a server has called for is still in flight there when the least busy is chosen, blocking or
 * not, so a front with as many workers as anybody wants calls the servers and then the database.
 *
 * @param tandem which tandem
 */
record SimulatedTandem(Tandem tandem) implements Contestant {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(300);

    @Override
    public Figures run(long seed, int seconds) {
        Scenario scenario = scenario(Duration.ofSeconds(seconds));
        return Runs.figures(Simulation.of(scenario), seed, seconds);
    }

    private Scenario scenario(Duration length) {
        return Scenario.named("tandem", Clock.of("2026-01-01T09:00:00Z", length))
                .component(
                        "front",
                        ServerSpec.of(1_000_000, new Fixed(Duration.ZERO))
                                .call("servers", CallSpec.plain())
                                .call("database", CallSpec.plain().after("servers"))
                                .build())
                .component(
                        "servers",
                        ServerSpec.of(1, exponential(Tandem.WORK_SECONDS))
                                .replicas(Tandem.SERVERS)
                                .choose(ChoiceSpec.of(By.LEAST_IN_FLIGHT))
                                .build())
                .component("database", DatabaseSpec.of(Tandem.CONNECTIONS, exponential(Tandem.QUERY_SECONDS)))
                .users("clients", onePage("front", patience()))
                .traffic("clients", "usual", new Constant(Rate.perSecond(Tandem.PER_SECOND)))
                .build();
    }

    private Duration patience() {
        return tandem.hasTimeouts() ? Duration.ofMillis((long) (Tandem.TIMEOUT_SECONDS * 1000)) : AS_LONG_AS_IT_TAKES;
    }

    static UsersSpec onePage(String enters, Duration patience) {
        FailureHabits leaves = new FailureHabits(Percent.ZERO, new Fixed(Duration.ZERO), 0);
        return new UsersSpec(
                enters, VisitSpec.of(new Count(1), new Fixed(Duration.ZERO)), patience, leaves, LinkSpec.NONE);
    }

    private static TimeLaw exponential(double seconds) {
        return new Exponential(Duration.ofNanos(Math.round(seconds * 1e9)));
    }
}
