package dev.foreshock.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The twin of a small system in this process, beside its simulation. How long anything takes decides nothing here. */
class TwinTest {
    private static final Scenario SHOP = Scenario.named("shop", Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(4)))
            .component(
                    "web",
                    ServerSpec.of(4, new Exponential(Duration.ofMillis(5)))
                            .call("db", CallSpec.plain().within(Duration.ofSeconds(5)))
                            .build())
            .component("db", DatabaseSpec.of(2, new Exponential(Duration.ofMillis(2))))
            .users(
                    "visitors",
                    new UsersSpec(
                            "web",
                            VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                            Duration.ofSeconds(10),
                            new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                            LinkSpec.NONE))
            .traffic("visitors", "usual", new Constant(Rate.perSecond(50)))
            .build();

    @Test
    void theTwinHasTheUsersOfTheSimulation() throws Exception {
        RunResult simulated = Simulation.of(SHOP).replication(7, 0, Watcher.NONE);
        try (Twin twin = Twin.start(SHOP, TwinOptions.inThisProcess(), line -> {})) {
            long unwarmed = twin.leadNanos(1);
            assertThat(twin.leadNanos(2)).as("nothing checks by another clock").isEqualTo(unwarmed);
            twin.warm(7, Duration.ofSeconds(2), () -> false);
            assertThat(twin.leadNanos(1)).as("knows how long telling all takes").isGreaterThan(unwarmed);
            Played played = twin.play(Play.of(7, 0), System.nanoTime(), () -> false, now -> {});
            RunResult result = played.result();
            assertThat(result.world()).isEqualTo("staging");
            assertThat(result.requests().offered())
                    .isEqualTo(simulated.requests().offered());
            assertThat(result.requests().failed()).isZero();
            assertThat(result.users().total()).isEqualTo(simulated.users().total());
            assertThat(result.components().get("db").completions())
                    .isBetween(result.requests().succeeded(), result.requests().offered());
            assertThat(played.mostLateNanos()).isGreaterThanOrEqualTo(played.lateNanos());
        }
    }
}
