package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.CodelSpec;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * R7: ten servers of 10 ms each, 1000/s together, under overload; an answer is of use for 100 ms (idea: Maurer, "Fail at scale", ACM
 * Queue 13(8), 2015; values of an independent simulation). A queue of at most 100 is M/M/10/110, for which an exact value takes
 * the place of the simulation's 316 and 251: the sum over what an arrival finds, of its probability times that of so many exits and one
 * service within 100 ms.
 */
@Tag("fidelity")
class QueueDisciplineTest {
    private static final Duration USEFUL = Duration.ofMillis(100);
    private static final int REPLICATIONS = 20;

    @ParameterizedTest(name = "{1} at {0}/s gives {2}/s")
    @CsvSource({
        "900, fifo, 898", "1500, fifo, 0", "3000, fifo, 0",
        "900, lifo, 885", "1500, lifo, 1000", "3000, lifo, 1000",
        "900, codel, 880", "1500, codel, 994", "3000, codel, 997",
        "900, bounded, 900", "1500, bounded, 300.5", "3000, bounded, 256.7",
        "900, codel and adaptive lifo, 879", "1500, codel and adaptive lifo, 991", "3000, codel and adaptive lifo, 994"
    })
    void goodputIsThatOfTheReference(double offered, String discipline, double goodput) {
        UsersSpec users = Worlds.users("web", new Count(1), new Fixed(Duration.ZERO), USEFUL, Worlds.habits(0, 0));
        Scenario scenario = Worlds.open(server(discipline), offered, Duration.ofSeconds(131))
                .users("visitors", users)
                .build();
        double mean = IntStream.range(0, REPLICATIONS)
                .mapToDouble(number -> {
                    Goodput seen = new Goodput(30, 130);
                    Simulation.of(scenario).replication(Worlds.SEED, number, Watcher.NONE, seen);
                    return seen.perSecond();
                })
                .average()
                .orElseThrow();
        assertThat(mean).as(Worlds.replay()).isCloseTo(goodput, within(goodput == 0 ? 1 : 0.02 * goodput));
    }

    private static ServerSpec server(String discipline) {
        ServerSpec.Builder server = ServerSpec.of(10, new Exponential(Duration.ofMillis(10)));
        return switch (discipline) {
            case "fifo" -> server.build();
            case "lifo" -> server.discipline(DisciplineSpec.of(Order.LIFO)).build();
            case "codel" -> server.codel(CodelSpec.USUAL).build();
            case "bounded" -> server.queue(100).build();
            default ->
                server.codel(CodelSpec.USUAL)
                        .discipline(DisciplineSpec.of(Order.ADAPTIVE_LIFO))
                        .build();
        };
    }
}
