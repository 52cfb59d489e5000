package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Percent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one claim over all runs: the interval of the mean margin, or of the share of runs in which it holds, lies on the
 * good side of the limit, on the bad side, or on both. After one planned look intervals are of 95 %, Student's and Wilson's. Where
 * there could be others they are of the confidence of the look, Student's and the exact one: Wilson's misses small errors of shares
 * close to 100 %.
 */
final class ClaimJudge {
    private final String name;
    private final Claim claim;
    private final List<RunResult> runs;
    private final double[] observed;
    private final double[] limits;
    private final boolean isAtLeast;
    private final int replications;
    private final Ended look;

    private ClaimJudge(String name, Claim claim, List<RunResult> all, Ended look) {
        runs = claim.isConditional()
                ? all.stream().filter(run -> isSeen(new Reading(run, claim))).toList()
                : all;
        this.name = name;
        this.claim = claim;
        this.look = look;
        replications = all.size();
        boolean isLength = claim.measure() == Measure.IMPACT_TOTAL || claim.measure() == Measure.IMPACT_LONGEST;
        isAtLeast =
                isLength && runs.stream().anyMatch(run -> run.impacts().stream().anyMatch(Interval::open));
        observed = runs.stream()
                .mapToDouble(run -> new Reading(run, claim).observed())
                .toArray();
        limits = runs.stream()
                .mapToDouble(run -> new Reading(run, claim).limit())
                .toArray();
    }

    static Judgement judge(String name, Claim claim, List<RunResult> runs) {
        return judge(name, claim, runs, Ended.FIXED);
    }

    static Judgement judge(String name, Claim claim, List<RunResult> runs, Ended look) {
        return new ClaimJudge(name, claim, runs, look).judge();
    }

    private static boolean isSeen(Reading reading) {
        return !Double.isNaN(reading.observed()) && !Double.isNaN(reading.limit());
    }

    private Judgement judge() {
        int n = observed.length;
        if (n == 0) {
            Estimate holds = Estimate.share(replications, replications);
            return new Judgement(
                    name, claim, null, null, holds, 0, false, Verdict.PASSED, "observed in no replication");
        }
        int unseen = 0;
        int held = 0;
        for (int i = 0; i < n; i++) {
            unseen += Double.isNaN(observed[i]) || Double.isNaN(limits[i]) ? 1 : 0;
            held += holds(i) ? 1 : 0;
        }
        double never =
                (double) Arrays.stream(observed).filter(Double::isInfinite).count() / n;
        Estimate holds = Estimate.share(held, n);
        double[] finite = Arrays.stream(observed).filter(Double::isFinite).toArray();
        Estimate mean = finite.length == 0 || never > 0 ? null : Estimate.mean(finite);
        Estimate median = never > 0 && unseen == 0 ? Estimate.median(observed) : null;
        if (unseen > 0) {
            String reason = "not observed in " + unseen + " of " + n + " replications" + why();
            return new Judgement(name, claim, mean, median, holds, never, isAtLeast, Verdict.ERROR, reason);
        }
        Verdict verdict = claim.share() == null ? byMean(never, held, n) : byShare(claim.share(), holds, held, n);
        String reason = n < replications && verdict != Verdict.INCONCLUSIVE
                ? "observed in " + n + " of " + replications + " replications"
                : n == 1 ? "n=1: compared as a value" : "";
        if (verdict == Verdict.INCONCLUSIVE
                && claim.share() == null
                && !new MedianJudge(claim, look).isOpen(margins())) {
            reason = "there is no mean where some replications never come to it; claim a share: in 90% of replications";
        }
        return new Judgement(name, claim, mean, median, holds, never, isAtLeast, verdict, reason);
    }

    /** Returns why nothing was observed where it was not, as far as that is known, and what would help. */
    private String why() {
        return runs.stream()
                .map(run -> new Reading(run, claim))
                .filter(reading -> !isSeen(reading))
                .flatMap(reading -> reading.noWindow().stream())
                .findFirst()
                .map(no -> ": " + no)
                .orElse("; write 'if observed' behind a claim that may have nothing to observe");
    }

    private boolean holds(int i) {
        return claim.comparison().holds(observed[i], limits[i], claim.tolerance());
    }

    private Verdict byMean(double never, int held, int n) {
        boolean againstNever = Double.isInfinite(limits[0]); // a baseline in which it never came
        if (n == 1 || never > 0 || againstNever) {
            return held == n
                    ? Verdict.PASSED
                    : held == 0 || (never == 0 && !againstNever)
                            ? Verdict.DEVIATED
                            : new MedianJudge(claim, look).verdict(margins());
        }
        return Sides.of(claim, Estimate.meanAt(look.confidence(), margins()));
    }

    private double[] margins() {
        double[] margins = new double[observed.length];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = observed[i] - limits[i];
        }
        return margins;
    }

    private Verdict byShare(@Nullable Percent wanted, Estimate holds, int held, int n) {
        if (wanted == null || wanted.equals(Percent.HUNDRED)) {
            return held == n ? Verdict.PASSED : Verdict.DEVIATED;
        }
        if (n == 1) {
            return held == 1 ? Verdict.PASSED : Verdict.DEVIATED;
        }
        Estimate share = look.isSequential() ? Estimate.exactShare(look.confidence(), held, n) : holds;
        if (share.low() >= wanted.share()) {
            return Verdict.PASSED;
        }
        return share.high() < wanted.share() ? Verdict.DEVIATED : Verdict.INCONCLUSIVE;
    }
}
