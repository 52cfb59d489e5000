package dev.foreshock.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** The reference incident, replayed: history repeats, for the reasons it had. Replays: {@code ./foreshock run viral-promo-surge}. */
class ViralPromoSurgeRunTest {
    private static final double MINUTES = 60e9;

    @Test
    void historyRepeatsOverTwentyReplications() {
        RunSet runs = run(20, List.of(), List.of());

        assertThat(runs.record())
                .allSatisfy(claim -> assertThat(claim.verdict())
                        .as("%s: observed %s", claim.claim(), claim.observed())
                        .isEqualTo(Verdict.PASSED));
        assertThat(runs.record()).hasSize(8);
        assertThat(runs.gates()).allSatisfy(gate -> assertThat(gate.verdict()).isEqualTo(Verdict.DEVIATED));
        assertThat(runs.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void everyReplicationCrashesTwiceAndNoneOnTheReturn() {
        RunSet runs = run(4, List.of(), List.of());

        for (RunResult run : runs.runs()) {
            assertThat(run.journal().of(Event.CRASHED).map(JournalEntry::subject))
                    .containsExactly("web", "web");
        }
    }

    @Test
    void theSameRestartHoldsWhenTheSurgeIsTakenAway() {
        List<String> surgeEndsAtTheRestart = List.of(
                "traffic.shopper.promo.until=09:29",
                "traffic.shopper.promo.half-life=null",
                "traffic.shopper.sharing.until=09:29",
                "traffic.shopper.sharing.half-life=null");

        RunSet runs = run(4, List.of(), surgeEndsAtTheRestart);

        for (RunResult run : runs.runs()) {
            assertThat(run.journal().of(Event.CRASHED))
                    .as("only the crash before the restart")
                    .hasSize(1);
            assertThat(successAfter(run, "09:33")).isGreaterThan(0.99);
        }
    }

    @Test
    void anEarlierAlertMovesEverythingBehindItAndLeavesWellUnderAnHourOfImpact() {
        RunSet asItHappened = run(4, List.of(), List.of());
        RunSet alerted = run(4, List.of("alert"), List.of());

        for (int i = 0; i < 4; i++) {
            RunResult before = asItHappened.runs().get(i);
            RunResult after = alerted.runs().get(i);
            assertThat(firstAction(after)).isLessThan(firstAction(before));
            assertThat(lastAction(after)).isLessThan(lastAction(before));
            assertThat(after.impactTotalNanos() / MINUTES).isLessThan(30);
            assertThat(after.users().affectedShare()).isLessThan(0.1);
        }
    }

    @Test
    void fourTimesTheCapacityLeavesNoImpact() {
        RunSet runs = run(4, List.of("capacity"), List.of());

        assertThat(runs.verdict()).isEqualTo(Verdict.PASSED);
        for (RunResult run : runs.runs()) {
            assertThat(run.impacts()).isEmpty();
            assertThat(run.users().affected()).isZero();
            assertThat(run.incident()).isNull();
        }
    }

    @Test
    void variantsSeeTheSameUsers() {
        long usersAsItHappened =
                run(1, List.of(), List.of()).runs().get(0).users().total();
        long usersWithCapacity =
                run(1, List.of("capacity"), List.of()).runs().get(0).users().total();

        assertThat((double) usersAsItHappened / usersWithCapacity).isBetween(0.99, 1.01);
    }

    private static RunSet run(int replications, List<String> variants, List<String> sets) {
        LoadResult loaded = ScenarioLoader.standard().load(Source.library("viral-promo-surge"), variants, sets);
        assertThat(loaded.errors()).isEmpty();
        boolean changed = !variants.isEmpty() || !sets.isEmpty();
        RunOptions options = new RunOptions(
                RunOptions.DEFAULT_SEED,
                replications,
                2,
                ForkJoinPool.commonPool(),
                changed ? RunSet.JudgedBy.GATES : null,
                1);
        RunSet runs = Simulation.of(java.util.Objects.requireNonNull(loaded.scenario()))
                .run(options);
        assertThat(runs.gates()).extracting(Judgement::name).containsExactly("affected", "outage", "upright");
        return runs;
    }

    private static double successAfter(RunResult run, String time) {
        TimeSeries minutes = run.minutes();
        int first = (int) (run.clock().nanosAt(Moment.at(time)) / minutes.binNanos());
        double good = 0;
        double bad = 0;
        for (int minute = first; minute < minutes.size(); minute++) {
            good += minutes.succeeded().get(minute);
            bad += minutes.failed().get(minute);
        }
        return good / (good + bad);
    }

    private static long firstAction(RunResult run) {
        return run.journal()
                .of(Event.ACTED)
                .mapToLong(JournalEntry::atNanos)
                .findFirst()
                .orElseThrow();
    }

    private static long lastAction(RunResult run) {
        return run.journal()
                .of(Event.ACTED)
                .mapToLong(JournalEntry::atNanos)
                .max()
                .orElseThrow();
    }
}
