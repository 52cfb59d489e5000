package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.Ended.By;
import dev.foreshock.engine.Stopping.Sequential;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Replications until claims are decided. */
class SequentialTest {
    private static final Sequential ANY = new Sequential(null, Long.MAX_VALUE);

    private static RunSet run(Scenario scenario, Stopping stopping) {
        return Simulation.of(scenario)
                .run(RunOptions.inline(1).seed(Worlds.SEED).until(stopping));
    }

    private static Scenario failsBelow(double limit) {
        return SmallWorld.with("few", Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(limit)));
    }

    @Test
    void aClearClaimIsDecidedAtTheFirstLook() {
        RunSet runs = run(failsBelow(10 * SmallWorld.MEAN_FAILED), ANY);
        assertThat(runs.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(runs.runs()).hasSize(Stopping.FIRST_LOOK);
        assertThat(runs.ended()).isEqualTo(new Ended(By.DECIDED, 1, 0.975));
    }

    @Test
    void aCloseClaimTakesMoreLooksAndIsDecidedAsTheTruthIs() {
        RunSet passes = run(failsBelow(1.02 * SmallWorld.MEAN_FAILED), ANY);
        assertThat(passes.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(passes.ended().by()).isEqualTo(By.DECIDED);
        assertThat(passes.ended().looks()).isGreaterThan(1);
        assertThat(passes.runs()).hasSize(20 << (passes.ended().looks() - 1));
        assertThat(run(failsBelow(0.98 * SmallWorld.MEAN_FAILED), ANY).verdict())
                .isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aPrecisionIsReachedWhateverTheVerdict() {
        RunSet runs = run(failsBelow(SmallWorld.MEAN_FAILED), new Sequential(Percent.of(3), Long.MAX_VALUE));
        assertThat(runs.ended().by()).isEqualTo(By.PRECISE);
        Judgement few = runs.gates().get(0);
        assertThat(few.observed().halfWidth())
                .isLessThanOrEqualTo(0.03 * few.observed().value());
        RunSet before = run(
                failsBelow(SmallWorld.MEAN_FAILED),
                new Stopping.Fixed(runs.runs().size() / 2));
        Judgement wider = before.gates().get(0);
        assertThat(wider.observed().halfWidth())
                .isGreaterThan(0.03 * wider.observed().value());
    }

    @Test
    void theNextLookMustFitIntoTheBudget() {
        Scenario undecided = failsBelow(SmallWorld.MEAN_FAILED);
        RunSet first = run(undecided, new Sequential(null, 1));
        assertThat(first.ended().by()).isEqualTo(By.BUDGET);
        assertThat(first.runs()).as("the first look is always taken").hasSize(20);
        long events = first.runs().stream().mapToLong(RunResult::events).sum();
        RunSet second = run(undecided, new Sequential(null, 2 * events));
        assertThat(second.runs()).hasSize(40);
        assertThat(second.ended())
                .isEqualTo(new Ended(By.BUDGET, 2, second.ended().confidence()));
        assertThat(run(undecided, new Sequential(null, 2 * events - 1)).runs()).hasSize(20);
    }

    @Test
    void threadsDoNotMatter() {
        Scenario close = failsBelow(1.02 * SmallWorld.MEAN_FAILED);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            RunOptions options = new RunOptions(Worlds.SEED, ANY, 3, executor, null, 1);
            assertThat(Simulation.of(close).run(options)).isEqualTo(run(close, ANY));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatAFixedNumberShowsIsTheSameWithOrWithoutLooking() {
        Scenario clear = failsBelow(10 * SmallWorld.MEAN_FAILED);
        assertThat(run(clear, ANY).ended(Ended.FIXED)).isEqualTo(run(clear, new Stopping.Fixed(20)));
    }

    @Test
    void aWatcherHearsOfEveryPlanAndCanStopALaterLook() {
        List<Integer> plans = new ArrayList<>();
        Watcher watcher = new Watcher() {
            private boolean isStopped;

            @Override
            public void planned(int replications) {
                plans.add(replications);
                isStopped = replications > 20;
            }

            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {}

            @Override
            public boolean stopWanted() {
                return isStopped;
            }
        };
        Simulation undecided = Simulation.of(failsBelow(SmallWorld.MEAN_FAILED));
        assertThatThrownBy(() -> undecided.run(RunOptions.inline(1).until(ANY), watcher))
                .isInstanceOf(StoppedException.class);
        assertThat(plans).containsExactly(20, 40);
    }

    /** Stops in the replication after this one. */
    private static Watcher stopsAfter(int last) {
        return new Watcher() {
            private boolean isStopped;

            @Override
            public void progress(int replication, long simulatedNanos, long ofNanos) {
                isStopped |= replication > last;
            }

            @Override
            public boolean stopWanted() {
                return isStopped;
            }
        };
    }

    @Test
    void aRunThatIsStoppedKeepsTheReplicationsThatWereCompleteAsTheyAre() {
        Scenario scenario = failsBelow(10 * SmallWorld.MEAN_FAILED);
        RunSet three = run(scenario, new Stopping.Fixed(3));
        for (Stopping stopping : List.of(new Stopping.Fixed(500), ANY)) {
            RunSet stopped = Simulation.of(scenario)
                    .runAsFarAsItGoes(RunOptions.inline(1).seed(Worlds.SEED).until(stopping), stopsAfter(2));
            assertThat(stopped.ended().by()).isEqualTo(By.INTERRUPTED);
            assertThat(stopped.runs())
                    .extracting(RunResult::checksum)
                    .containsExactlyElementsOf(
                            three.runs().stream().map(RunResult::checksum).toList());
        }
        RunSet whole =
                Simulation.of(scenario).runAsFarAsItGoes(RunOptions.inline(3).seed(Worlds.SEED), stopsAfter(99));
        assertThat(whole.ended()).as("where nobody stops it").isEqualTo(Ended.FIXED);
        assertThat(whole.runs()).hasSize(3);
    }

    @Test
    void noPrecisionIsNothing() {
        assertThatThrownBy(() -> new Sequential(Percent.ZERO, 1)).hasMessageContaining("more than 0%");
        assertThatThrownBy(() -> new Stopping.Fixed(0)).hasMessageContaining("at least 1");
    }
}
