package dev.foreshock.engine.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimJudgeTest {
    private static List<RunResult> affected(long... percents) {
        return Arrays.stream(percents)
                .mapToObj(percent -> new Runs().affected(percent).build())
                .toList();
    }

    private static Claim claim(Comparison comparison, double percent) {
        return Claim.of(Measure.USERS_AFFECTED, comparison, Limit.of(percent / 100));
    }

    private static Verdict judge(Claim claim, long... percents) {
        return ClaimJudge.judge("it", claim, affected(percents)).verdict();
    }

    @Test
    void aLengthThatTheEndOfARunCutsOffIsTheLeastThatItCanBe() {
        RunResult over = new Runs().impacts(Runs.minutes(10, 20)).build();
        RunResult open = new Runs().impacts(Runs.open(40)).build();
        Claim longest = Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(900));

        assertThat(ClaimJudge.judge("it", longest, List.of(over, open)).isAtLeast())
                .isTrue();
        assertThat(ClaimJudge.judge("it", longest, List.of(over, over)).isAtLeast())
                .isFalse();
        assertThat(ClaimJudge.judge("it", claim(Comparison.AT_MOST, 5), List.of(open, open))
                        .isAtLeast())
                .as("not a length")
                .isFalse();
    }

    @Test
    void whatMayHaveNothingToObserveIsJudgedByTheReplicationsThatHave() {
        Claim quick = Claim.of(Measure.INCIDENT_DURATION, Comparison.AT_MOST, Limit.of(600));
        Claim afterwards =
                Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.5)).in(Span.after(Anchor.step("again")));
        RunResult without = new Runs().build();
        RunResult with = new Runs().entry(10, Event.STEP_DONE, "again").build();
        Claim strict =
                Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.95)).in(Span.after(Anchor.step("again")));

        Judgement error = ClaimJudge.judge("it", afterwards, List.of(with, without));
        assertThat(error.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(error.reason()).contains("not observed in 1 of 2", "'if observed'");
        Judgement held = ClaimJudge.judge("it", afterwards.ifObserved(), List.of(with, with, without));
        assertThat(held.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(held.reason()).isEqualTo("observed in 2 of 3 replications");
        assertThat(held.holds().n()).isEqualTo(2);
        assertThat(ClaimJudge.judge("it", strict.ifObserved(), List.of(with, with, without))
                        .verdict())
                .isEqualTo(Verdict.DEVIATED);
        Judgement never = ClaimJudge.judge("it", strict.ifObserved(), List.of(without, without));
        assertThat(never.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(never.reason()).isEqualTo("observed in no replication");
        assertThat(quick.ifObserved().toString()).isEqualTo("incident.duration <= 10m if observed");
    }

    @Test
    void whereNoWholeWindowFitsTheWindowIsNamedAndWhatHelps() {
        RunResult run = new Runs().build();
        Claim brief =
                Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.5)).in(Span.during("09:00:30", "09:01:20"));
        Claim failed = Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(5))
                .in(Span.during("09:00:30", "09:01"));
        Claim whole =
                Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.5)).in(Span.during("09:00:30", "09:02"));

        Judgement judgement = ClaimJudge.judge("it", brief, List.of(run, run));
        assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judgement.reason())
                .isEqualTo(
                        "not observed in 2 of 2 replications: requests are counted by windows of 1m, and no whole one "
                                + "lies in the 50s that it is about; have them counted by a shorter time, "
                                + "define: { impact: { window: 20s } }, or make that time longer");
        assertThat(ClaimJudge.judge("it", failed, List.of(run)).reason()).contains("windows of 1m", "in the 30s");
        assertThat(ClaimJudge.judge("it", whole, List.of(run)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void everyComparisonPassesDeviatesOrStraddles() {
        long[] around50 = {48, 49, 50, 51, 52};
        for (Comparison less : new Comparison[] {Comparison.BELOW, Comparison.AT_MOST}) {
            assertThat(judge(claim(less, 60), around50)).isEqualTo(Verdict.PASSED);
            assertThat(judge(claim(less, 40), around50)).isEqualTo(Verdict.DEVIATED);
            assertThat(judge(claim(less, 50.5), around50)).isEqualTo(Verdict.INCONCLUSIVE);
        }
        for (Comparison more : new Comparison[] {Comparison.ABOVE, Comparison.AT_LEAST}) {
            assertThat(judge(claim(more, 40), around50)).isEqualTo(Verdict.PASSED);
            assertThat(judge(claim(more, 60), around50)).isEqualTo(Verdict.DEVIATED);
            assertThat(judge(claim(more, 49.5), around50)).isEqualTo(Verdict.INCONCLUSIVE);
        }
        assertThat(judge(claim(Comparison.EQUAL, 50).within(0.05), around50)).isEqualTo(Verdict.PASSED);
        assertThat(judge(claim(Comparison.EQUAL, 60).within(0.05), around50)).isEqualTo(Verdict.DEVIATED);
        assertThat(judge(claim(Comparison.EQUAL, 40).within(0.05), around50)).isEqualTo(Verdict.DEVIATED);
        assertThat(judge(claim(Comparison.EQUAL, 54).within(0.05), around50)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(claim(Comparison.EQUAL, 50).within(0.001), around50))
                .as("wider than the tolerance")
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void equalLimitsAndNoSpreadAreDecidedByTheComparison() {
        assertThat(judge(claim(Comparison.AT_MOST, 0), 0, 0, 0)).isEqualTo(Verdict.PASSED);
        assertThat(judge(claim(Comparison.BELOW, 0), 0, 0, 0)).isEqualTo(Verdict.DEVIATED);
        assertThat(judge(claim(Comparison.EQUAL, 0), 0, 0, 0)).isEqualTo(Verdict.PASSED);
        assertThat(judge(claim(Comparison.ABOVE, 0), 0, 0, 0)).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void oneRunIsComparedAsAValueAndSaysSo() {
        Judgement judgement = ClaimJudge.judge("it", claim(Comparison.BELOW, 60), affected(59));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.reason()).startsWith("n=1");
        assertThat(judge(claim(Comparison.BELOW, 60), 60)).isEqualTo(Verdict.DEVIATED);
        assertThat(judge(claim(Comparison.EQUAL, 60).within(0.01), 61)).isEqualTo(Verdict.PASSED);
        assertThat(judge(claim(Comparison.EQUAL, 60).within(0.01), 62)).isEqualTo(Verdict.DEVIATED);
    }

    private static List<RunResult> ends(Integer... minutes) {
        return Arrays.stream(minutes)
                .map(minute ->
                        new Runs().incident(1, minute == 0 ? null : minute).build())
                .toList();
    }

    @Test
    void neverIsNoNumber() {
        Claim by = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:30"));
        assertThat(ClaimJudge.judge("it", by, ends(0, 0, 0)).verdict()).isEqualTo(Verdict.DEVIATED);
        Judgement mixed = ClaimJudge.judge("it", by, ends(20, 20, 0));
        assertThat(mixed.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(mixed.neverShare()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(mixed.observed())
                .as("a mean over some of the runs would lie")
                .isNull();
        assertThat(ClaimJudge.judge("it", by, ends(40, 40, 0)).verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(ClaimJudge.judge("it", by, ends(0)).verdict()).isEqualTo(Verdict.DEVIATED);
        Claim after = Claim.of(Measure.INCIDENT_END, Comparison.ABOVE, Limit.at("09:30"));
        assertThat(ClaimJudge.judge("it", after, ends(40, 0, 0)).verdict()).isEqualTo(Verdict.PASSED);
    }

    private static List<RunResult> ends(int[] minutes, int never) {
        List<RunResult> runs = new ArrayList<>();
        Arrays.stream(minutes)
                .forEach(minute -> runs.add(new Runs().incident(1, minute).build()));
        for (int i = 0; i < never; i++) {
            runs.add(new Runs().incident(1, null).build());
        }
        return runs;
    }

    @Test
    void whereSomeNeverComeTheMedianOverAllIsShownAndJudged() {
        int[] seventeen = IntStream.range(0, 17).map(i -> 35 + i).toArray();
        Claim by = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:30"));
        Claim later = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:36"));
        Claim latest = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:58"));
        Claim close = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:45"));
        Claim after = Claim.of(Measure.INCIDENT_END, Comparison.ABOVE, Limit.at("09:36"));
        List<RunResult> runs = ends(seventeen, 3);

        Judgement deviated = ClaimJudge.judge("it", later, runs);
        assertThat(deviated.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(deviated.observed()).isNull();
        assertThat(deviated.median())
                .as("10th and 11th of 20, 6th and 15th")
                .isEqualTo(new Estimate(44.5 * 60, 40 * 60, 49 * 60, 20));
        assertThat(deviated.reached()).isEqualTo(Estimate.share(17, 20));
        assertThat(ClaimJudge.judge("it", by, runs).verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(ClaimJudge.judge("it", after, runs).verdict()).isEqualTo(Verdict.PASSED);

        Judgement open = ClaimJudge.judge("it", close, runs);
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.isSettled()).isFalse();
        Judgement never = ClaimJudge.judge("it", latest, runs);
        assertThat(never.verdict()).as("three never come").isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(never.isSettled()).isTrue();
        assertThat(never.reason()).contains("in 90% of replications");
    }

    @Test
    void aMedianThatNeverComesIsInfinite() {
        Claim by = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:40"));
        Estimate median =
                ClaimJudge.judge("it", by, ends(new int[] {30, 31, 32}, 17)).median();
        assertThat(median.value()).isInfinite();
        assertThat(median.high()).isInfinite();
    }

    @Test
    void whatWasNotObservedEverywhereIsAnErrorAndNeverAPass() {
        List<RunResult> runs =
                List.of(new Runs().affected(10).build(), new Runs().nobody().build());
        Judgement judgement = ClaimJudge.judge("it", claim(Comparison.BELOW, 60), runs);
        assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judgement.reason()).startsWith("not observed in 1 of 2 replications");
        Claim afterStep = Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0))
                .about("web")
                .in(Span.after(Anchor.step("mend")));
        assertThat(ClaimJudge.judge("it", afterStep, affected(1, 2)).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(ClaimJudge.judge("it", afterStep.inShare(Percent.of(50)), affected(1, 2))
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void inEveryReplicationMeansEveryOne() {
        Claim every = claim(Comparison.BELOW, 60).inShare(Percent.HUNDRED);
        assertThat(judge(every, 10, 20, 59)).isEqualTo(Verdict.PASSED);
        assertThat(judge(every, 10, 20, 60)).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aShareIsJudgedByItsWilsonInterval() {
        long[] hold20 = new long[20];
        Claim most = claim(Comparison.BELOW, 60).inShare(Percent.of(80));
        assertThat(judge(most, hold20)).as("Wilson 0.839 to 1").isEqualTo(Verdict.PASSED);
        assertThat(judge(claim(Comparison.BELOW, 60).inShare(Percent.of(90)), hold20))
                .isEqualTo(Verdict.INCONCLUSIVE);
        long[] hold15 = new long[20];
        Arrays.fill(hold15, 15, 20, 99);
        assertThat(judge(most, hold15)).as("0.531 to 0.888").isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(claim(Comparison.BELOW, 60).inShare(Percent.of(89)), hold15))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(judge(most, 10)).isEqualTo(Verdict.PASSED);
        assertThat(judge(most, 99)).isEqualTo(Verdict.DEVIATED);
        Judgement judgement = ClaimJudge.judge("it", most, affected(hold15));
        assertThat(judgement.holds()).isEqualTo(Estimate.share(15, 20));
    }

    @Test
    void neverCanHoldInAShareOfTheRuns() {
        Claim by = Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("09:30"))
                .inShare(Percent.of(10));
        assertThat(ClaimJudge.judge("it", by, ends(20, 20, 20, 0)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void theWorstVerdictCounts() {
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.PASSED);
        assertThat(Verdict.worst(List.of(Verdict.PASSED, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worst(List.of(Verdict.DEVIATED, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.DEVIATED);
        assertThat(Verdict.worst(List.of(Verdict.DEVIATED, Verdict.ERROR))).isEqualTo(Verdict.ERROR);
    }
}
