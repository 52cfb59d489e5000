package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Limit.Baseline.Change;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A later run is held against what an earlier one observed. */
class BaselineTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static ScenarioBuilder shop(long millis) {
        return Worlds.open(
                ServerSpec.of(100, new Fixed(Duration.ofMillis(millis))).build(), 20, Duration.ofMinutes(10));
    }

    private static Claim claim(Measure measure, Comparison comparison, Change change, double by) {
        return Claim.of(measure, comparison, Limit.baseline(change, by));
    }

    private static final Claim P99 = claim(Measure.RESPONSE_P99, Comparison.AT_MOST, Change.PERCENT, 0.1);

    private static Judgement judged(ScenarioBuilder builder, Claim claim, double value) {
        Baseline baseline = new Baseline("earlier", Map.of(claim.observes(), value));
        return Worlds.run(builder.baseline(baseline).gate("g", claim).build(), 3)
                .gates()
                .get(0);
    }

    @Test
    void theLimitIsTheValueOfTheBaselineChanged() {
        assertThat(judged(shop(105), P99, 0.1).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged(shop(115), P99, 0.1).verdict()).isEqualTo(Verdict.DEVIATED);
        Claim half = claim(Measure.RESPONSE_P99, Comparison.AT_MOST, Change.TIMES, 0.5);
        assertThat(judged(shop(49), half, 0.1).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged(shop(51), half, 0.1).verdict()).isEqualTo(Verdict.DEVIATED);
        Claim point = claim(Measure.SUCCESS, Comparison.AT_LEAST, Change.PLUS, -0.01);
        assertThat(judged(shop(5), point, 1).verdict()).isEqualTo(Verdict.PASSED);
        ScenarioBuilder broken = Worlds.open(Stub.after(1, ERROR), 20, Duration.ofMinutes(10));
        assertThat(judged(broken, point, 0.02).verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void theJudgementShowsTheChangeAndWhatItComesTo() {
        assertThat(P99.wants()).isEqualTo("<= baseline +10%");
        assertThat(judged(shop(5), P99, 0.34).claim().wants()).isEqualTo("<= baseline +10% (374ms)");
        assertThat(P99.against(Baseline.NONE)).isEqualTo(P99);
        Claim end = claim(Measure.INCIDENT_END, Comparison.AT_MOST, Change.PLUS, 300);
        assertThat(end.against(new Baseline("x", Map.of("incident.end", 3600.0)))
                        .wants())
                .isEqualTo("<= baseline +5m (+1h5m)");
        Claim success = claim(Measure.SUCCESS, Comparison.AT_LEAST, Change.PLUS, -0.01);
        assertThat(success.against(new Baseline("x", Map.of("success", 0.99995)))
                        .wants())
                .isEqualTo(">= baseline -1pt (98.995%)");
        Claim same = claim(Measure.CRASHES, Comparison.EQUAL, Change.PLUS, 0).about("web");
        assertThat(same.against(new Baseline("x", Map.of("crashes(web)", 2.0))).wants())
                .isEqualTo("= baseline (2)");
    }

    @Test
    void whatNeverCameInTheBaselineIsNoLimitOnHowLateItMayCome() {
        Claim end = claim(Measure.INCIDENT_END, Comparison.AT_MOST, Change.PLUS, 0);
        Judgement judgement = judged(shop(5), end, NEVER);
        assertThat(judgement.verdict()).as("never, as before").isEqualTo(Verdict.PASSED);
        assertThat(judgement.claim().wants()).isEqualTo("<= baseline (never)");
        Claim duration = claim(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Change.TIMES, 2);
        assertThat(judged(shop(5), duration, NEVER).verdict()).isEqualTo(Verdict.PASSED);
        Claim least = claim(Measure.IMPACT_LONGEST, Comparison.AT_LEAST, Change.TIMES, 2);
        assertThat(judged(shop(5), least, NEVER).verdict()).isEqualTo(Verdict.DEVIATED);
    }

    @Test
    void aClaimWithoutItsValueCannotBeJudged() {
        assertThat(problem(shop(5).gate("g", P99)))
                .isEqualTo(new Problem(
                        Problem.Flaw.UNJUDGEABLE,
                        "gates.g.limit",
                        "'response-time.p99' must have a value in the baseline, but there is no baseline",
                        "run the scenario to compare with, and give its result.json as the baseline"));
        Baseline other = new Baseline("old.json", Map.of("response-time.p90", 0.2));
        Problem missing = problem(shop(5).gate("g", P99).baseline(other));
        assertThat(missing.message()).endsWith("must have a value in the baseline, but old.json has none");
        assertThat(missing.help()).contains("'response-time.p90' exists");
    }

    @Test
    void aPointInTimeIsNoMultipleOfAnother() {
        Baseline baseline = new Baseline("x", Map.of("incident.end", 3600.0));
        Claim claim = claim(Measure.INCIDENT_END, Comparison.AT_MOST, Change.PERCENT, 0.1);
        assertThat(problem(shop(5).gate("g", claim).baseline(baseline)).flaw()).isEqualTo(Problem.Flaw.UNJUDGEABLE);
        Claim negative = claim(Measure.RESPONSE_P99, Comparison.AT_MOST, Change.TIMES, -2);
        assertThat(problem(shop(5).gate("g", negative).baseline(baseline)).flaw())
                .isEqualTo(Problem.Flaw.RANGE);
    }

    private static Problem problem(ScenarioBuilder builder) {
        return catchThrowableOfType(InvalidScenarioException.class, builder::build)
                .problems()
                .get(0);
    }

    @Test
    void everyRunCanServeAsABaseline() {
        Claim quick = Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(0.5))
                .in(Span.within(Duration.ofMinutes(2), Anchor.at("09:03")));
        Claim after = Claim.of(Measure.PAGES, Comparison.EQUAL, Limit.of(0)).in(Span.after(Anchor.step("nobody")));
        assertThat(after.observes()).isEqualTo("pages after nobody");
        RunSet runs = Worlds.run(shop(50).gate("quick", quick).build(), 2);
        Map<String, Double> measures = runs.measures();
        assertThat(measures)
                .containsEntry("success", 1.0)
                .containsEntry("success within 2m after 09:03", 1.0)
                .containsEntry("crashes(web)", 0.0)
                .containsEntry("incident.start", NEVER)
                .containsEntry("impact.total", 0.0)
                .doesNotContainKey("blackout.end");
        assertThat(measures.get("response-time.p99")).isBetween(0.0499, 0.0501);
        Scenario next = shop(50).gate(
                        "quick",
                        Claim.of(quick.measure(), Comparison.EQUAL, Limit.baseline())
                                .in(quick.span()))
                .gate("p99", P99)
                .gate("start", claim(Measure.INCIDENT_START, Comparison.EQUAL, Change.PLUS, 0))
                .baseline(new Baseline("run", measures))
                .build();
        assertThat(Worlds.run(next, 2).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void scalingScalesNumbersOfRequests() {
        Claim failed = claim(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Change.PLUS, 10);
        Claim twice = claim(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Change.TIMES, 2);
        Baseline baseline = new Baseline("x", Map.of("requests.failed", 100.0, "response-time.p99", 2.0));
        Scenario half = Scaling.by(
                0.5,
                shop(5).gate("failed", failed)
                        .gate("twice", twice)
                        .baseline(baseline)
                        .build());
        assertThat(half.baseline())
                .isEqualTo(new Baseline("x", Map.of("requests.failed", 50.0, "response-time.p99", 2.0)));
        assertThat(half.gates().get("failed"))
                .isEqualTo(claim(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Change.PLUS, 5));
        assertThat(half.gates().get("twice")).isEqualTo(twice);
    }

    @Test
    void aSpanOfALengthEndsThatMuchLater() {
        Span span = Span.within(Duration.ofMinutes(5), Anchor.step("mend"));
        assertThat(span).hasToString(" within 5m after mend");
        assertThat(span.until()).isEqualTo(new Anchor.AfterStep("mend", Duration.ofMinutes(5)));
        assertThat(Span.within(Duration.ofMinutes(10), Anchor.at("11:30").plus(Duration.ofMinutes(1))))
                .hasToString(" within 10m after 1m after 11:30");
        assertThat(Span.during("11:17", "11:30")).hasToString(" during 11:17 .. 11:30");
        assertThat(shop(5).gate(
                                "late",
                                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5))
                                        .in(Span.within(Duration.ofMinutes(10), Anchor.at("09:00"))))
                        .build()
                        .gates())
                .hasSize(1);
        assertThat(problem(shop(5).gate(
                                        "late",
                                        Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5))
                                                .in(Span.within(Duration.ofMinutes(11), Anchor.at("09:00")))))
                        .message())
                .contains("'11m after 09:00' is after its end");
    }
}
