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
 * R12: M. Mitzenmacher, "The power of two choices in randomized load balancing", 2001: a hundred queues at .9. R13: M. Brooker,
 * "Surprising economics of load-balanced systems", 2020: one queue for {@code c} workers.
 */
@Tag("fidelity")
class ChoicesAndPoolsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Replicated choice(String name, ChoiceSpec choice, double published) {
        ServerSpec web = ServerSpec.of(1, new Exponential(SECOND))
                .replicas(100)
                .choose(choice)
                .build();
        Duration warm = Duration.ofSeconds(2000);
        Sample seen = Counts.run(
                        Worlds.open(web, 90, warm.plus(Duration.ofSeconds(4000)))
                                .build(),
                        warm,
                        16,
                        List.of(counts -> counts.of("web").meanSeconds()))
                .get(0);
        return Replicated.standard("R12 choices", name + " of 100 at .9, mean time", published, seen);
    }

    @Test
    void twoChoicesAreAlmostAsGoodAsAll() throws IOException {
        List<Replicated> all = List.of(
                choice("random", ChoiceSpec.of(By.RANDOM), 10.0),
                choice("d=2", ChoiceSpec.bestOf(2), 2.638),
                choice("d=3", ChoiceSpec.bestOf(3), 2.060),
                choice("least in flight", ChoiceSpec.of(By.LEAST_IN_FLIGHT), 1.066));
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
    }

    private static List<Sample> pool(int workers, double load) {
        ServerSpec web = ServerSpec.of(workers, new Exponential(SECOND)).build();
        Duration warm = Duration.ofSeconds(1000);
        return Counts.run(
                Worlds.open(web, load * workers, warm.plus(Duration.ofSeconds(600_000 / workers)))
                        .build(),
                warm,
                16,
                List.of(
                        counts -> counts.of("web").meanSeconds(),
                        counts -> counts.of("web").waitedShare()));
    }

    /** Returns Erlang's C: the share of calls that wait, by his recursion for B. */
    private static double waitShare(int workers, double load) {
        double offered = workers * load;
        double b = 1;
        for (int i = 1; i <= workers; i++) {
            b = offered * b / (i + offered * b);
        }
        return b / (1 - load * (1 - b));
    }

    @Test
    void poolsOfTheSameLoadAreFasterTheLargerTheyAre() throws IOException {
        List<Replicated> all = new ArrayList<>();
        for (int workers : new int[] {1, 2, 5, 10, 50}) {
            double mean = 1 + waitShare(workers, 0.8) / (workers * 0.2);
            all.add(Replicated.standard(
                    "R13 pooling",
                    "c=" + workers + " at .8, mean time",
                    mean,
                    pool(workers, 0.8).get(0)));
        }
        all.add(Replicated.standard(
                "R13 pooling", "c=5 at .5, P(wait)", 0.1304, pool(5, 0.5).get(1)));
        all.add(Replicated.standard(
                "R13 pooling", "c=10 at .5, P(wait)", 0.0361, pool(10, 0.5).get(1)));
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
    }
}
