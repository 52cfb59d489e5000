package dev.foreshock.engine.internal.steady;

import dev.foreshock.engine.internal.judge.Sides;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyGates;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.UnjudgedGate;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Spans;
import java.util.ArrayList;
import java.util.List;

/** Judges gates by the intervals of a steady run. */
public final class SteadyJudge {
    private static final String TOO_FEW = "too few requests ended for it to be measured; make the run longer";

    private SteadyJudge() {}

    /** Judges the gates that have a meaning in the long run, and says of the others why they have none. */
    public static SteadyGates judge(Scenario scenario, SteadyRun run) {
        List<SteadyJudgement> judged = new ArrayList<>();
        List<UnjudgedGate> unjudged = new ArrayList<>();
        scenario.gates().forEach((name, gate) -> {
            String reason = meaningless(gate);
            if (reason.isEmpty()) {
                judged.add(judge(name, gate.against(scenario.baseline()), run));
            } else {
                unjudged.add(new UnjudgedGate(name, gate, reason));
            }
        });
        return new SteadyGates(judged, unjudged);
    }

    /** Returns why a claim says nothing about the long run; empty if it does. */
    private static String meaningless(Claim claim) {
        if (claim.share() != null) {
            return "it is of a share of replications, and this is one run";
        } else if (!claim.span().equals(Span.WHOLE)) {
            return "it is of a part of a run, and in the long run no time differs from another";
        }
        return switch (claim.measure()) {
            case SUCCESS, RESPONSE_MEAN, RESPONSE_P50, RESPONSE_P90, RESPONSE_P99, RESPONSE_P999 -> "";
            case REQUESTS_FAILED,
                    REQUESTS_SUCCEEDED,
                    CRASHES,
                    WRITES_LOST,
                    PAGES,
                    IMPACT_TOTAL,
                    IMPACT_LONGEST,
                    BLACKOUT_TOTAL -> "it grows with the length of the run";
            case USERS_AFFECTED -> "it is of users, and a steady run measures requests";
            case TIME_TO_CRASH, FAIL_OVER, BLACKOUT_START, BLACKOUT_END -> "it speaks of one moment of a run";
            case INCIDENT_START,
                    INCIDENT_END,
                    INCIDENT_DURATION,
                    IMPACT_OVER,
                    DETECT,
                    ACKNOWLEDGE,
                    DIAGNOSE,
                    MITIGATE,
                    RECOVER,
                    RECOVERY_TIME -> "it is of an incident, which begins and ends";
        };
    }

    private static SteadyJudgement judge(String name, Claim claim, SteadyRun run) {
        SteadyMeasure measure = run.measures().get(claim.observes());
        if (run.warmUp().method() == WarmUp.Method.NOT_FOUND) {
            return new SteadyJudgement(name, claim, null, Verdict.INCONCLUSIVE, "the run did not settle");
        } else if (measure == null) {
            return new SteadyJudgement(name, claim, null, Verdict.INCONCLUSIVE, TOO_FEW);
        }
        Estimate observed = measure.estimate();
        if (!run.isTrusted()) {
            return new SteadyJudgement(name, claim, observed, Verdict.INCONCLUSIVE, untrusted(run));
        }
        double limit = limit(claim);
        Estimate margin =
                new Estimate(observed.value() - limit, observed.low() - limit, observed.high() - limit, observed.n());
        Verdict verdict = Sides.of(claim, margin);
        String reason = verdict == Verdict.INCONCLUSIVE ? "the interval lies on both sides of the limit" : "";
        return new SteadyJudgement(name, claim, observed, verdict, reason);
    }

    private static double limit(Claim claim) {
        return claim.limit() instanceof Limit.Baseline baseline
                ? baseline.resolved()
                : ((Limit.Value) claim.limit()).value();
    }

    private static String untrusted(SteadyRun run) {
        return "the run is too short for " + String.join(", ", run.untrusted())
                + ", so no interval of it is to be trusted; " + Spans.text(rounded(run.wantedNanos())) + " would do";
    }

    private static long rounded(long nanos) {
        return Math.round(nanos / 1e9) * 1_000_000_000L;
    }
}
