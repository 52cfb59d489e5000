package dev.foreshock.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Simulation.Holding;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.internal.judge.Gates;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that ends as soon as a gate is lost says of its gates what the whole run says. */
class EarlyEndingTest {
    private static final double PRECISION = 0.02;

    /** A server for 50 requests a second that crashes at 30 in flight. */
    private static Scenario shop(Claim gate) {
        ServerSpec web = ServerSpec.of(5, new Exponential(Duration.ofMillis(100)))
                .memory(new MemorySpec(Bytes.mebi(30), Bytes.mebi(1)))
                .build();
        return Worlds.open(web, 20, Duration.ofMinutes(10)).gate("gate", gate).build();
    }

    @ParameterizedTest
    @CsvSource({
        "USERS_AFFECTED, AT_MOST, 0.05",
        "USERS_AFFECTED, AT_MOST, 0.6",
        "IMPACT_LONGEST, AT_MOST, 0",
        "IMPACT_LONGEST, BELOW, 300",
        "IMPACT_TOTAL, AT_MOST, 240",
        "IMPACT_TOTAL, EQUAL, 0",
        "BLACKOUT_TOTAL, AT_MOST, 120",
        "REQUESTS_FAILED, AT_MOST, 500",
        "REQUESTS_FAILED, AT_LEAST, 500",
        "REQUESTS_SUCCEEDED, AT_MOST, 500",
        "CRASHES, EQUAL, 0",
        "CRASHES, AT_LEAST, 1",
        "SUCCESS, AT_LEAST, 0.9",
        "PAGES, AT_MOST, 0"
    })
    void anEarlyEndChangesNoVerdict(Measure measure, Comparison comparison, double limit) {
        Claim claim = Claim.of(measure, comparison, Limit.of(limit));
        Scenario shop = shop(measure.needsSubject() ? claim.about("web") : claim);
        for (double factor : List.of(1.0, 1.9, 2.1, 2.4, 4.0)) {
            for (int number = 0; number < 2; number++) {
                Scenario grown = Grown.by(factor, "traffic", shop);
                Holding early = Simulation.of(grown).holds(Worlds.SEED, number, Watcher.NONE);
                assertThat(early.holds()).as("x%s, %d", factor, number).isEqualTo(holds(grown, number));
            }
        }
    }

    private static boolean holds(Scenario scenario, int number) {
        RunResult run = Simulation.of(scenario).replication(Worlds.SEED, number, Watcher.NONE);
        return Gates.of(scenario, run).values().stream().allMatch(gate -> gate.holds());
    }

    @Test
    void aRunThatIsLostCostsAPartOfTheEvents() {
        Scenario lost = Grown.by(4, "traffic", shop(Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(0))));

        long whole =
                Simulation.of(lost).replication(Worlds.SEED, 0, Watcher.NONE).events();
        assertThat(Simulation.of(lost).holds(Worlds.SEED, 0, Watcher.NONE).events())
                .isLessThan(whole / 2);
    }

    @Test
    void aRunThatHoldsIsTheWholeRun() {
        Scenario fine =
                shop(Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("web"));

        assertThat(Simulation.of(fine).holds(Worlds.SEED, 0, Watcher.NONE).events())
                .isEqualTo(Simulation.of(fine)
                        .replication(Worlds.SEED, 0, Watcher.NONE)
                        .events());
    }

    @Test
    void theBreakingPointIsTheOneThatWholeRunsFind() {
        Scenario shop = shop(Claim.of(Measure.USERS_AFFECTED, Comparison.AT_MOST, Limit.of(0.05)));
        LimitPlan plan = plan(1, 1, Long.MAX_VALUE, 1, Runnable::run);
        LimitStep step =
                BreakingPoints.find(shop, plan, CompareWatcher.NONE).steps().get(0);

        double low = 1;
        while (holds(Grown.by(low * 2, "traffic", shop), 0)) {
            low *= 2;
        }
        double high = low * 2;
        while (high / low > 1 + PRECISION) {
            double middle = StrictMath.sqrt(low * high);
            boolean held = holds(Grown.by(middle, "traffic", shop), 0);
            low = held ? middle : low;
            high = held ? high : middle;
        }
        assertThat(step.factor()).isNotNull();
        assertThat(step.factor().value()).isEqualTo(StrictMath.exp(StrictMath.log(StrictMath.sqrt(low * high))));
    }

    private static LimitPlan plan(
            int replications, int steps, long events, int threads, java.util.concurrent.Executor executor) {
        return new LimitPlan("traffic", Worlds.SEED, replications, steps, PRECISION, events, threads, executor);
    }

    @Test
    void whatWasFoundBeforeTheBudgetWasSpentIsKeptWhateverTheNumberOfThreads() {
        Scenario chain = Chain.of(10, 8).build();
        Limits all = BreakingPoints.find(chain, plan(2, 2, Long.MAX_VALUE, 1, Runnable::run), CompareWatcher.NONE);
        assertThat(all.unfinished()).isNull();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            for (int part : new int[] {2, 6}) {
                long budget = all.spentEvents() * part / 10;
                Limits alone = BreakingPoints.find(chain, plan(2, 2, budget, 1, Runnable::run), CompareWatcher.NONE);
                Limits together = BreakingPoints.find(chain, plan(2, 2, budget, 3, executor), CompareWatcher.NONE);

                assertThat(alone.unfinished()).as("%d tenths", part).isNotNull();
                assertThat(alone.steps())
                        .isEqualTo(all.steps().subList(0, alone.steps().size()));
                assertThat(together.steps()).isEqualTo(alone.steps());
                assertThat(together.unfinished()).isEqualTo(alone.unfinished());
                assertThat(together.spentEvents()).isEqualTo(alone.spentEvents());
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
