package dev.foreshock.reports;

import static dev.foreshock.reports.Chronicle.at;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.result.Users;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results made by hand: the reference incident, a day on which nothing breaks, and an incident that never ends. */
final class Fixtures {
    static final Clock CLOCK = Clock.of("2026-03-14T08:00+01:00", Duration.ofHours(5));

    static final Phases NO_PHASES = new Phases(null, null, null, null, null, null, null);

    static final RunContext CONTEXT = new RunContext(
            "foreshock run viral-promo-surge --seed 1177",
            "foreshock run viral-promo-surge",
            "0.1.0",
            "17.0.15",
            Instant.parse("2026-10-01T10:00:00Z"),
            Duration.ofMillis(7900),
            2,
            List.of("alert", "capacity"),
            "runs/viral-promo-surge/report.html");

    private Fixtures() {}

    static RunSet promo(int replications) {
        List<RunResult> runs =
                IntStream.range(0, replications).mapToObj(Fixtures::promoRun).toList();
        return set("viral-promo-surge", runs, record(replications), gates(replications), JudgedBy.RECORD);
    }

    static RunSet healthy(int replications) {
        List<RunResult> runs =
                IntStream.range(0, replications).mapToObj(Fixtures::healthyRun).toList();
        Estimate none = new Estimate(0, 0, 0, replications);
        List<Judgement> gates = List.of(judged("affected", AFFECTED_GATE, none, Verdict.PASSED));
        return set("quiet-day", runs, List.of(), gates, JudgedBy.GATES);
    }

    static RunSet neverRecovering() {
        Interval impact = new Interval(at("08:58"), CLOCK.lengthNanos(), true);
        RunResult first = run(
                0,
                new Incident(at("09:00:58"), null),
                List.of(impact),
                new Phases(at("08:58"), at("09:00:58"), at("09:15:58"), null, null, null, null),
                Chronicle.promo(),
                Series.outage());
        List<RunResult> runs = List.of(first, promoRun(1));
        Claim ends = Claim.of(Measure.INCIDENT_END, Comparison.EQUAL, Limit.at("12:00"))
                .within(600);
        Judgement judgement =
                new Judgement("ends", ends, null, null, Estimate.share(0, 2), 0.5, false, Verdict.DEVIATED, "");
        return set("stuck", runs, List.of(judgement), List.of(), JudgedBy.RECORD);
    }

    /** Three of twenty never end; looked at twice before the budget was spent. */
    static RunSet seldomStuck() {
        Claim ends = Claim.of(Measure.INCIDENT_END, Comparison.AT_MOST, Limit.at("12:30"));
        Estimate median = new Estimate(at("12:01:25") / 1e9, at("11:59") / 1e9, Double.POSITIVE_INFINITY, 20);
        Estimate holds = Estimate.share(17, 20);
        List<Judgement> gates = List.of(
                new Judgement("ends", ends, null, median, holds, 0.15, false, Verdict.INCONCLUSIVE, "there is no mean"),
                new Judgement(
                        "mostly",
                        ends.inShare(Percent.of(80)),
                        null,
                        median,
                        holds,
                        0.15,
                        false,
                        Verdict.INCONCLUSIVE,
                        ""));
        List<RunResult> runs = List.of(neverRecovering().runs().get(0), promoRun(1));
        return set("seldom", runs, List.of(), gates, JudgedBy.GATES).ended(new Ended(Ended.By.BUDGET, 2, 1 - 0.05 / 6));
    }

    static RunSet set(
            String name, List<RunResult> runs, List<Judgement> record, List<Judgement> gates, JudgedBy judgedBy) {
        Condition bad = Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.95, Duration.ofMinutes(1));
        Scenario scenario = new Scenario(
                Semantics.V2026_1,
                name,
                "A promo goes viral.",
                CLOCK,
                SystemSpec.of(Map.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("site-down", Alert.on("front", bad, "on-call")),
                Map.of(),
                Map.of(),
                Definitions.STANDARD,
                claims(record),
                claims(gates),
                Map.of(),
                Baseline.NONE);
        return new RunSet(scenario, 1177, 1, runs, (runs.size() - 1) / 2, record, gates, judgedBy);
    }

    static Judgement judged(String name, Claim claim, @Nullable Estimate observed, Verdict verdict) {
        int n = observed == null ? 1 : observed.n();
        return new Judgement(
                name,
                claim,
                observed,
                null,
                Estimate.share(verdict == Verdict.PASSED ? n : 0, n),
                0,
                false,
                verdict,
                "");
    }

    static final Claim AFFECTED_GATE = Claim.of(Measure.USERS_AFFECTED, Comparison.AT_MOST, Limit.of(0.05));

    private static Map<String, Claim> claims(List<Judgement> judgements) {
        return judgements.stream()
                .collect(java.util.stream.Collectors.toMap(Judgement::name, Judgement::claim, (a, b) -> a));
    }

    private static List<Judgement> record(int n) {
        return List.of(
                judged(
                        "affected",
                        Claim.of(Measure.USERS_AFFECTED, Comparison.EQUAL, Limit.of(0.7))
                                .within(0.05),
                        around(0.699, 0.0018, n),
                        Verdict.PASSED),
                judged(
                        "begins",
                        Claim.of(Measure.INCIDENT_START, Comparison.EQUAL, Limit.at("09:00"))
                                .within(300),
                        around(at("09:00:58") / 1e9, 8, n),
                        Verdict.PASSED),
                judged(
                        "return",
                        Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0))
                                .about("web")
                                .in(dev.foreshock.engine.judge.Span.after(
                                        dev.foreshock.engine.judge.Anchor.at("11:30"))),
                        around(0, 0, n),
                        Verdict.PASSED));
    }

    private static List<Judgement> gates(int n) {
        return List.of(
                judged("affected", AFFECTED_GATE, around(0.699, 0.0018, n), Verdict.DEVIATED),
                judged(
                        "outage",
                        Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(900)),
                        around(8340, 21, n),
                        Verdict.DEVIATED),
                judged(
                        "quick <& \"quoted\">",
                        Claim.of(Measure.RESPONSE_P99, Comparison.BELOW, Limit.of(10)),
                        around(9.98, 0.06, n),
                        Verdict.INCONCLUSIVE));
    }

    private static Estimate around(double value, double half, int n) {
        return n == 1 ? new Estimate(value, value, value, 1) : new Estimate(value, value - half, value + half, n);
    }

    private static RunResult promoRun(int replication) {
        return run(
                replication,
                new Incident(at("09:00:58"), at("12:02")),
                List.of(new Interval(at("08:58"), at("11:18"), false)),
                new Phases(
                        at("08:58"),
                        at("09:00:58"),
                        at("09:15:58"),
                        at("10:41:25"),
                        at("11:16:25"),
                        at("11:18"),
                        at("12:02")),
                Chronicle.promo(),
                Series.outage());
    }

    private static RunResult healthyRun(int replication) {
        return run(replication, null, List.of(), NO_PHASES, new Journal(List.of(), 0), Series.calm());
    }

    static RunResult run(
            int replication,
            @Nullable Incident incident,
            List<Interval> impacts,
            Phases phases,
            Journal journal,
            dev.foreshock.engine.result.TimeSeries series) {
        boolean calm = impacts.isEmpty();
        long offered = 1_190_432 + 1000L * replication;
        long failed = calm ? 0 : 400_000;
        return new RunResult(
                "simulated",
                replication,
                CLOCK,
                new Requests(
                        offered,
                        offered - failed - 12,
                        failed,
                        12,
                        calm ? Map.of("ok", offered - 12) : Map.of("ok", offered - failed - 12, "refused", failed)),
                new Users(100_000, calm ? 0 : 69_900 + 10L * replication),
                incident,
                impacts,
                impacts,
                phases,
                null,
                new ResponseTimes(0.5, 0.2, 1.5, calm ? 1.8 : 9.98, 10),
                Map.of(
                        "web", new ComponentFigures(offered, offered - failed, Map.of(), 0.42, 3.5, 0.1, 0.21),
                        "front", new ComponentFigures(offered, offered - failed, Map.of(), null, null, null, 0.3)),
                Map.of(),
                series,
                series,
                journal,
                2_600_000,
                0xCAFEL + replication);
    }
}
