package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.ServerSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R5: M. Mitzenmacher, "How useful is old information?", 2000, and M. Brooker, 2012. Ten servers, one second each, eight calls a
 * second, queue lengths published every {@code T} seconds.
 */
@Tag("fidelity")
class StaleLoadsTest {
    private static final String NAME = "R5 stale loads";
    private static final double[] PERIODS = {0, 0.5, 1, 4, 10, 40};
    private static final double[] TWO = {2.071, 2.219, 2.351, 3.00, 4.06, 8.36};
    private static final double[] THREE = {1.727, 1.963, 2.180, 3.30, 5.29, 13.7};
    private static final double[] ALL = {1.358, 2.094, 2.847, 6.55, 13.8, 65.5};

    private static Replicated run(String name, ChoiceSpec choice, double period, double published) {
        ServerSpec web = ServerSpec.of(1, new Exponential(Duration.ofSeconds(1)))
                .replicas(10)
                .choose(choice.published(Duration.ofMillis((long) (1000 * period))))
                .build();
        Duration warm = Duration.ofSeconds(2000);
        Sample seen = Counts.run(
                        Worlds.open(web, 8, warm.plus(Duration.ofSeconds(40_000)))
                                .build(),
                        warm,
                        16,
                        List.of(counts -> counts.of("web").meanSeconds()))
                .get(0);
        double tolerance = (period <= 4 ? 0.02 : 0.05) * published;
        return Replicated.within(tolerance, NAME, name + ", T=" + period + ", mean time", published, seen);
    }

    @Test
    void oldInformationMakesTheBestChoiceWorseThanAnyChoice() throws IOException {
        List<Replicated> all = new ArrayList<>();
        all.add(run("random", ChoiceSpec.of(By.RANDOM), 0, 5.00));
        for (int i = 0; i < PERIODS.length; i++) {
            all.add(run("d=2", ChoiceSpec.bestOf(2), PERIODS[i], TWO[i]));
            all.add(run("d=3", ChoiceSpec.bestOf(3), PERIODS[i], THREE[i]));
            all.add(run("all", ChoiceSpec.of(By.LEAST_IN_FLIGHT), PERIODS[i], ALL[i]));
        }
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
    }
}
