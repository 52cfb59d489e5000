package dev.foreshock.engine.steady;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates on M/M/1 with 8 requests a second, of which it could serve 10: they take 0.5 s in the mean, and all succeed. */
class SteadyGatesTest {
    private static final SteadyRun LONG = run(8, 20_000);

    private static ScenarioBuilder queue(double perSecond, int seconds) {
        return Worlds.open(
                ServerSpec.of(1, new Exponential(Duration.ofMillis(100))).build(),
                perSecond,
                Duration.ofSeconds(seconds));
    }

    private static SteadyRun run(double perSecond, int seconds) {
        return SteadyRun.of(queue(perSecond, seconds).build(), 1, Duration.ofSeconds(100), Watcher.NONE);
    }

    private static SteadyGates judged(SteadyRun run, Claim... claims) {
        ScenarioBuilder scenario = queue(8, 20_000);
        for (int i = 0; i < claims.length; i++) {
            scenario.gate("gate" + i, claims[i]);
        }
        Scenario whole = scenario.build();
        return SteadyGates.of(whole, run);
    }

    private static Claim mean(Comparison comparison, double seconds) {
        return Claim.of(Measure.RESPONSE_MEAN, comparison, Limit.of(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW, 0.8, PASSED",
        "BELOW, 0.3, DEVIATED",
        "AT_MOST, 0.5, INCONCLUSIVE",
        "ABOVE, 0.3, PASSED",
        "AT_LEAST, 0.8, DEVIATED"
    })
    void aGateHoldsWhereTheWholeIntervalIsOnTheGoodSideAndIsLostWhereAllOfItIsOnTheBad(
            Comparison comparison, double limit, Verdict verdict) {
        assertThat(LONG.isTrusted()).isTrue();
        SteadyGates gates = judged(LONG, mean(comparison, limit));
        assertThat(gates.judged()).singleElement().satisfies(gate -> {
            assertThat(gate.verdict()).isEqualTo(verdict);
            assertThat(gate.observed())
                    .isEqualTo(LONG.measures().get("response-time.mean").estimate());
        });
        assertThat(gates.verdict()).isEqualTo(verdict);
    }

    @Test
    void whatIsWantedWithinAToleranceIsHeldToBothSidesOfIt() {
        SteadyGates gates = judged(
                LONG,
                mean(Comparison.EQUAL, 0.5).within(0.2),
                mean(Comparison.EQUAL, 0.5).within(0.001),
                mean(Comparison.EQUAL, 0.9).within(0.1));
        assertThat(gates.judged())
                .extracting(SteadyJudgement::verdict)
                .containsExactly(Verdict.PASSED, Verdict.INCONCLUSIVE, Verdict.DEVIATED);
        assertThat(gates.verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void whatHasNoMeaningInTheLongRunIsNamedWithTheReason() {
        Claim success = Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.99));
        SteadyGates gates = judged(
                LONG,
                Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("web"),
                Claim.of(Measure.INCIDENT_DURATION, Comparison.BELOW, Limit.of(60)),
                Claim.of(Measure.USERS_AFFECTED, Comparison.BELOW, Limit.of(0.1)),
                success.in(Span.after(Anchor.at("09:30"))),
                success.inShare(Percent.of(90)),
                success);
        assertThat(gates.unjudged())
                .extracting(UnjudgedGate::reason)
                .containsExactly(
                        "it grows with the length of the run",
                        "it is of an incident, which begins and ends",
                        "it is of users, and a steady run measures requests",
                        "it is of a part of a run, and in the long run no time differs from another",
                        "it is of a share of replications, and this is one run");
        assertThat(gates.judged()).extracting(SteadyJudgement::name).containsExactly("gate5");
        assertThat(gates.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aRunThatIsTooShortForOneMeasureDecidesNoGateAtAll() {
        SteadyRun brief = run(9, 600);
        assertThat(brief.untrusted()).isNotEmpty().doesNotContain("success");
        SteadyGates gates =
                judged(brief, mean(Comparison.BELOW, 9), Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.5)));
        assertThat(gates.judged()).allSatisfy(gate -> {
            assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(gate.reason()).contains("too short for " + String.join(", ", brief.untrusted()), "would do");
        });
    }

    @Test
    void aSystemThatDoesNotSettleDecidesNoGateAndNoGatesAreNoFinding() {
        SteadyRun unsettled = new SteadyRun(1, 1, new WarmUp(1, WarmUp.Method.NOT_FOUND), Map.of(), Map.of(), 1);
        assertThat(judged(unsettled, mean(Comparison.BELOW, 9)).judged())
                .extracting(SteadyJudgement::reason)
                .isEqualTo(List.of("the run did not settle"));
        assertThat(judged(unsettled).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aGateAgainstAnEarlierRunIsHeldToWhatThatObserved() {
        assertThat(against(0.9)).isEqualTo(Verdict.PASSED);
        assertThat(against(0.3)).isEqualTo(Verdict.DEVIATED);
    }

    private static Verdict against(double seconds) {
        Scenario scenario = queue(8, 20_000)
                .baseline(new Baseline("earlier", Map.of("response-time.mean", seconds)))
                .gate("gate", Claim.of(Measure.RESPONSE_MEAN, Comparison.AT_MOST, Limit.baseline()))
                .build();
        return SteadyGates.of(scenario, LONG).verdict();
    }
}
