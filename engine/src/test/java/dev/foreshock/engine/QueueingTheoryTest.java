package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Means over replications against closed forms, from {@code reference/truth.csv}. One unit of time there is 10 ms here. The
 * empty start of every replication biases by less than the tolerance.
 */
class QueueingTheoryTest {
    private static final Duration UNIT = Duration.ofMillis(10);
    private static final int REPLICATIONS = 8;

    private static RunSet queue(int servers, TimeLaw service, double lambda, int thousands) {
        ServerSpec web = ServerSpec.of(servers, service).build();
        return Worlds.run(
                Worlds.open(web, lambda * 100, UNIT.multipliedBy((long) (thousands * 1000 / lambda)))
                        .build(),
                REPLICATIONS);
    }

    private static void expect(
            RunSet runs, String what, ToDoubleFunction<ComponentFigures> figure, double truth, double share) {
        Estimate estimate =
                runs.estimate(run -> figure.applyAsDouble(run.components().get("web")));
        assertThat(estimate.value())
                .as("%s, %s, %s", what, estimate, Worlds.replay())
                .isCloseTo(truth, within(share * truth));
        double slack = estimate.halfWidth() + 0.005 * truth;
        assertThat(truth)
                .as("%s within %s, %s", what, estimate, Worlds.replay())
                .isBetween(estimate.value() - slack, estimate.value() + slack);
    }

    private static void expectTimes(RunSet runs, double waiting, double response, double rho) {
        expect(runs, "waiting time", figures -> figures.waitingTime() * 100, waiting, 0.02);
        expect(runs, "response time", figures -> figures.responseTime() * 100, response, 0.02);
        expect(runs, "utilization", ComponentFigures::utilization, rho, 0.02);
    }

    @Test
    void mm1AtHalfLoad() {
        expectTimes(queue(1, new Exponential(UNIT), 0.5, 100), 1, 2, 0.5);
    }

    @Test
    void mm1AtFourFifths() {
        expectTimes(queue(1, new Exponential(UNIT), 0.8, 300), 4, 5, 0.8);
    }

    @Test
    void mm2AtFourFifths() {
        expectTimes(queue(2, new Exponential(UNIT), 1.6, 250), 1.77777777778, 2.77777777778, 0.8);
    }

    @Test
    void mm5AtFourFifths() {
        expectTimes(queue(5, new Exponential(UNIT), 4, 200), 0.554112554113, 1.554112554113, 0.8);
    }

    private static void expectBacklog(int consumers, double lambda, int thousands, double waiting) {
        QueueSpec jobs = QueueSpec.of(consumers, new Exponential(UNIT)).accepting(new Fixed(Duration.ZERO));
        RunSet runs = Worlds.run(
                Worlds.open(jobs, lambda * 100, UNIT.multipliedBy((long) (thousands * 1000 / lambda)))
                        .build(),
                REPLICATIONS);
        expect(runs, "waiting time", figures -> figures.waitingTime() * 100, waiting, 0.02);
        expect(runs, "backlog", ComponentFigures::queueLength, lambda * waiting, 0.03);
        expect(runs, "utilization", ComponentFigures::utilization, lambda / consumers, 0.02);
        expect(runs, "answered", figures -> 1 + figures.responseTime(), 1, 1e-9);
    }

    @Test
    void theBacklogOfAQueueWithTwoConsumersIsThatOfMm2() {
        expectBacklog(2, 1.6, 250, 1.77777777778);
    }

    @Test
    void theBacklogOfAQueueWithFiveConsumersIsThatOfMm5() {
        expectBacklog(5, 4, 200, 0.554112554113);
    }

    @Test
    void md1AtFourFifths() {
        expectTimes(queue(1, new Fixed(UNIT), 0.8, 150), 2, 3, 0.8);
    }

    @Test
    void pollaczekKhinchineForLognormalService() {
        expectTimes(queue(1, Lognormal.withCv(UNIT, 0.5), 0.8, 200), 2.5, 3.5, 0.8);
    }

    @Test
    void erlangsLossFormulaForTenServers() {
        ServerSpec web = ServerSpec.of(10, new Exponential(UNIT)).queue(0).build();
        RunSet runs = Worlds.run(Worlds.open(web, 800, Duration.ofSeconds(100)).build(), REPLICATIONS);
        expect(
                runs,
                "blocking",
                figures -> (double) figures.outcomes().get("shed") / figures.arrivals(),
                0.121661064253,
                0.02);
        expect(runs, "carried", figures -> figures.utilization() * 10, 7.02671148598, 0.02);
    }

    @Test
    void erlangsLossFormulaDoesNotCareAboutTheLawOfService() {
        ServerSpec web = ServerSpec.of(5, Lognormal.withCv(UNIT, 1)).queue(0).build();
        RunSet runs = Worlds.run(Worlds.open(web, 1000, Duration.ofSeconds(60)).build(), REPLICATIONS);
        expect(
                runs,
                "blocking",
                figures -> (double) figures.outcomes().get("shed") / figures.arrivals(),
                0.563952176855,
                0.02);
    }

    @Test
    void littlesLawHoldsInEveryRun() {
        RunSet runs = queue(3, Lognormal.withCv(UNIT, 1), 2.4, 50);
        for (RunResult run : runs.runs()) {
            ComponentFigures web = run.components().get("web");
            double seconds = run.clock().lengthNanos() / 1e9;
            double throughput = web.completions() / seconds;
            assertThat(web.queueLength())
                    .as("L = lambda W in the queue")
                    .isCloseTo(throughput * web.waitingTime(), within(0.01));
            assertThat(web.utilization() * 3 + web.queueLength())
                    .as("L = lambda W in the server")
                    .isCloseTo(throughput * web.responseTime(), within(0.01 * throughput * web.responseTime()));
        }
    }

    @Test
    void theUtilizationLawHoldsForWorkersThatWaitForTheirCalls() {
        ServerSpec web = ServerSpec.of(50, new Fixed(Duration.ofMillis(20)))
                .call("db", CallSpec.plain().times(2))
                .build();
        Scenario scenario = Worlds.open(web, 100, Duration.ofSeconds(200))
                .component("db", DatabaseSpec.of(20, new Fixed(Duration.ofMillis(30))))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        double rate = run.requests().offered() / 200.0;
        assertThat(run.components().get("web").utilization()).isCloseTo(rate * 0.08 / 50, within(0.001));
        assertThat(run.components().get("db").utilization()).isCloseTo(rate * 0.06 / 20, within(0.001));
        long served = run.components().get("web").completions();
        assertThat(run.components().get("db").arrivals() - 2 * served)
                .as("queries of those in flight")
                .isBetween(0L, 60L);
    }
}
