package dev.foreshock.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Impatient;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.limit.Bottleneck.Found;
import dev.foreshock.engine.limit.LimitStep.Outcome;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BreakingPointsTest {
    private static LimitPlan plan(int replications, int steps) {
        return new LimitPlan("traffic", Worlds.SEED, replications, steps, 0.02, Long.MAX_VALUE, 1, Runnable::run);
    }

    private static Limits find(Scenario scenario, LimitPlan plan) {
        return BreakingPoints.find(scenario, plan, CompareWatcher.NONE);
    }

    private static List<String> bottlenecks(Limits limits) {
        return limits.steps().stream()
                .map(LimitStep::bottleneck)
                .filter(java.util.Objects::nonNull)
                .map(Bottleneck::limit)
                .toList();
    }

    private static double rate(Limits limits, int step) {
        return limits.steps().get(step).perSecond();
    }

    @Test
    void aServerBreaksAtItsCapacityAndThenTheDatabaseBehindItAtItsOwn() {
        Limits limits = find(Chain.of(10, 8).build(), plan(3, 3));

        assertThat(bottlenecks(limits)).containsExactly("web.workers", "db.pool");
        assertThat(rate(limits, 0)).as("10 workers of 200 ms").isCloseTo(50, within(1.5));
        assertThat(rate(limits, 1)).as("8 connections of 100 ms").isCloseTo(80, within(2.5));
        assertThat(limits.steps().get(2).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(limits.steps().get(2).fixed()).containsExactly("web.workers", "db.pool");
        assertThat(limits.steps())
                .allSatisfy(step -> assertThat(step.holdsAgain()).isEmpty());
    }

    @Test
    void aServerWhoseWorkersAllWaitForTheDatabaseIsNotBlamed() {
        Limits limits = find(Chain.of(10, 3).build(), plan(3, 2));

        assertThat(bottlenecks(limits)).containsExactly("db.pool", "web.workers");
        assertThat(rate(limits, 0)).as("3 connections of 100 ms").isCloseTo(30, within(1.0));
        assertThat(rate(limits, 1)).as("10 workers of 200 ms").isCloseTo(50, within(1.5));
        Bottleneck pool = limits.steps().get(0).bottleneck();
        assertThat(pool).isNotNull();
        assertThat(pool.found()).isEqualTo(Found.BY_TRIAL);
        assertThat(pool.heldIn()).isEqualTo(3);
        assertThat(limits.steps().get(0).fails()).containsExactly(java.util.Map.entry("served", 3));
    }

    @Test
    void aServerWithoutAQueueBreaksWhereErlangsLossFormulaSays() {
        ServerSpec web = ServerSpec.of(10, new Exponential(Duration.ofMillis(10)))
                .queue(0)
                .build();
        Scenario scenario = Worlds.open(web, 100, Duration.ofMinutes(2))
                .gate("served", Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.95)))
                .build();

        Limits limits = find(scenario, plan(5, 1));

        double truth = offeredAt(10, 0.05); // 100 a second are one erlang
        LimitStep step = limits.steps().get(0);
        assertThat(step.factor()).isNotNull();
        assertThat(step.factor().value()).as("%s", step).isCloseTo(truth, within(0.02 * truth));
        assertThat(truth)
                .as("%s", step)
                .isBetween(step.factor().low(), step.factor().high());
        assertThat(step.factor().high() / step.factor().low()).isLessThan(1.08);
        // A queue would do as well as more workers, so far: the traffic grows until only one of them would.
        assertThat(bottlenecks(limits)).containsExactly("web.workers");
    }

    /** Returns the offered load in erlangs at which {@code servers} turn away {@code blocked}. */
    private static double offeredAt(int servers, double blocked) {
        double low = 0;
        double high = 2.0 * servers;
        for (int i = 0; i < 60; i++) {
            double load = (low + high) / 2;
            double b = 1;
            for (int n = 1; n <= servers; n++) {
                b = load * b / (n + load * b);
            }
            if (b < blocked) {
                low = load;
            } else {
                high = load;
            }
        }
        return low;
    }

    @Test
    void aSystemThatIsBrokenAlreadyIsShrunkUntilItHolds() {
        Limits limits = find(Chain.of(2, 100).build(), plan(2, 1));

        LimitStep step = limits.steps().get(0);
        assertThat(step.factor()).isNotNull();
        assertThat(step.factor().value()).isCloseTo(0.5, within(0.03));
        assertThat(step.perSecond()).isCloseTo(10, within(0.6));
    }

    @Test
    void aRateThatIsAdmittedIsALimit() {
        ServerSpec web = ServerSpec.of(100, new Fixed(Chain.TENTH))
                .admit(AdmissionSpec.sessions(Rate.perSecond(40)))
                .build();
        Limits limits = find(Chain.of(web, 1).build(), plan(2, 1));

        assertThat(bottlenecks(limits)).containsExactly("web.admit");
        assertThat(rate(limits, 0)).as("40 of 42.1 are 95 %").isCloseTo(40 / 0.95, within(1.0));
    }

    @Test
    void theConnectionsOfACallAreALimit() {
        CallSpec call =
                CallSpec.plain().over(new LinkSpec(new Fixed(Duration.ZERO), 4, Duration.ZERO, Duration.ofSeconds(60)));
        ServerSpec web =
                ServerSpec.of(100, new Fixed(Chain.TENTH)).call("db", call).build();
        Limits limits = find(Chain.of(web, 100).build(), plan(2, 1));

        assertThat(bottlenecks(limits)).containsExactly("web.calls.db.link.connections");
        assertThat(rate(limits, 0)).as("4 connections of 100 ms").isCloseTo(40, within(1.5));
    }

    @Test
    void memoryThatFillsIsALimit() {
        ServerSpec web = ServerSpec.of(1000, new Fixed(Duration.ofSeconds(1)))
                .memory(new MemorySpec(Bytes.mebi(80), Bytes.mebi(1)))
                .build();
        Scenario scenario = Worlds.open(web, 20, Duration.ofMinutes(5))
                .gate(
                        "upright",
                        Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("web"))
                .build();
        Limits limits = find(scenario, plan(2, 1));

        assertThat(bottlenecks(limits)).containsExactly("web.memory");
        assertThat(rate(limits, 0))
                .as("80 in flight at most, about 50 in the mean")
                .isBetween(40.0, 60.0);
    }

    @Test
    void withoutGatesAnImpactIsWhatBreaks() {
        Scenario scenario = Chain.of(10, 100).build();
        Scenario ungated = Chain.ungated(scenario);
        Limits limits = find(ungated, plan(2, 1));

        assertThat(limits.byGates()).isFalse();
        assertThat(bottlenecks(limits)).containsExactly("web.workers");
        assertThat(limits.steps().get(0).fails()).containsKey("impact");
        assertThat(rate(limits, 0)).isCloseTo(50, within(2.0));
    }

    @Test
    void whatBreaksAtAnyTrafficHasNoBreakingPoint() {
        Scenario scenario = Chain.of(10, 100)
                .gate("slow", Claim.of(Measure.SUCCESS, Comparison.AT_MOST, Limit.of(0.5)))
                .build();
        LimitStep step = find(scenario, plan(2, 2)).steps().get(0);

        assertThat(step.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(step.fails()).containsOnlyKeys("slow");
        assertThat(step.factor()).isNull();
    }

    @Test
    void theResultIsTheSameOnAnyNumberOfThreads() {
        Scenario scenario = Chain.of(10, 8).build();
        Limits alone = find(scenario, plan(3, 2));
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Limits together =
                    find(scenario, new LimitPlan("traffic", Worlds.SEED, 3, 2, 0.02, Long.MAX_VALUE, 3, executor));
            assertThat(together.steps()).isEqualTo(alone.steps());
            assertThat(together.runs()).isEqualTo(alone.runs());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aGateThatCannotBeObservedIsAnError() {
        Scenario scenario = Chain.of(10, 8)
                .traffic("visitors", "usual", new Constant(Rate.perSecond(0)))
                .build();
        assertThatThrownBy(() -> find(scenario, plan(1, 1)))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("gates.served: a gate must be observable");
    }

    @Test
    void stoppedBeforeARunEndedItKnowsNothing() {
        Scenario scenario = Chain.of(10, 8).build();
        assertThatThrownBy(() -> BreakingPoints.find(scenario, plan(1, 1), new Impatient(0)))
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void stoppedInAStepItKeepsWhereTheSearchWasAndTheStepsBefore() {
        Scenario scenario = Chain.of(10, 8).build();
        Limits whole = find(scenario, plan(2, 2));
        int first = find(scenario, plan(2, 1)).runs();

        Limits early = BreakingPoints.find(scenario, plan(2, 2), new Impatient(1));
        Limits late = BreakingPoints.find(scenario, plan(2, 2), new Impatient(first + 1));

        assertThat(whole.isStopped()).isFalse();
        assertThat(whole.unfinished()).isNull();
        assertThat(early.isStopped()).isTrue();
        assertThat(early.steps()).isEmpty();
        assertThat(early.unfinished()).isEqualTo(new Unfinished(List.of(), 1, Double.POSITIVE_INFINITY));
        assertThat(late.isStopped()).isTrue();
        assertThat(late.steps()).isEqualTo(whole.steps().subList(0, 1));
        assertThat(late.unfinished()).isNotNull().satisfies(left -> {
            assertThat(left.fixed()).containsExactly("web.workers");
            assertThat(left.isNothing()).isFalse();
        });
    }
}
