package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What takes no time and goes round would run forever at one time of the model. */
class StandstillTest {
    private static final Fixed NOTHING = new Fixed(Duration.ZERO);

    @Test
    void aRunInWhichTimeStandsStillEndsWithAnError() {
        Scenario scenario = Scenario.named("still", Worlds.from9(Duration.ofMinutes(1)))
                .component("web", ServerSpec.of(1, NOTHING).build())
                .users(
                        "u",
                        Worlds.users("web", new Count(1), NOTHING, Duration.ofSeconds(1), Worlds.habits(0, 0))
                                .resident(1))
                .build();

        assertThatThrownBy(() -> Simulation.of(scenario).replication(Worlds.SEED, 0, Watcher.NONE))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("time must go on, but 8388608 events came at 0.0 s of the run")
                .hasMessageContaining("give one of its parts a length above 0s");
    }

    @Test
    void aReplicaThatBreaksAsSoonAsItIsUpIsRefused() {
        BreakdownSpec always = BreakdownSpec.of(NOTHING, NOTHING, BreakdownSpec.Work.LOST);

        assertThatThrownBy(() -> Scenario.named("broken", Worlds.from9(Duration.ofMinutes(1)))
                        .component(
                                "web",
                                ServerSpec.of(1, NOTHING).breakdowns(always).build())
                        .build())
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("the time until a replica breaks must be longer than nothing, but was 0s");
    }
}
