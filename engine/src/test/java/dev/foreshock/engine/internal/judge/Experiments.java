package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.Ended.By;
import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.SmallWorld;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Repeats experiments whose truth is known, and counts how often intervals cover it and verdicts miss it. Runs are drawn from a pool
 * of simulated ones, so the truth is what holds of the pool.
 */
final class Experiments {
    private static final long SEED = 18_2026;

    private final int times;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Experiments(int times) {
        this.times = times;
    }

    /** Returns the share of experiments of {@code n} samples in which the interval covers {@code truth}. */
    double coverage(
            double truth, int n, ToDoubleFunction<SplittableRandom> law, Function<double[], Estimate> interval) {
        int covered = 0;
        for (int i = 0; i < times; i++) {
            double[] samples = new double[n];
            for (int j = 0; j < n; j++) {
                samples[j] = law.applyAsDouble(random);
            }
            Estimate estimate = interval.apply(samples);
            covered += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        return (double) covered / times;
    }

    /** Returns the share of experiments in which one of {@code looks} looks passes the claim or has it deviate. */
    double decided(Claim claim, List<RunResult> pool, int looks) {
        return decided(claim, pool, looks, look -> new Ended(By.DECIDED, look, Looks.confidence(look)));
    }

    /** Returns the same share if each look were taken for the only one. */
    double decidedWithoutSpending(Claim claim, List<RunResult> pool, int looks) {
        return decided(claim, pool, looks, look -> Ended.FIXED);
    }

    private double decided(Claim claim, List<RunResult> pool, int looks, IntFunction<Ended> at) {
        int decided = 0;
        for (int i = 0; i < times; i++) {
            List<RunResult> runs = new ArrayList<>();
            for (int look = 1; look <= looks; look++) {
                while (runs.size() < Looks.size(look)) {
                    runs.add(pool.get(random.nextInt(pool.size())));
                }
                if (ClaimJudge.judge("it", claim, runs, at.apply(look)).verdict() != Verdict.INCONCLUSIVE) {
                    decided++;
                    break;
                }
            }
        }
        return (double) decided / times;
    }

    /** Returns simulated runs. */
    static List<RunResult> pool(int runs) {
        Claim claim = Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(SmallWorld.MEAN_FAILED));
        return Simulation.of(SmallWorld.with("failed", claim))
                .run(RunOptions.inline(runs).seed(Worlds.SEED))
                .runs();
    }

    static double failed(RunResult run) {
        return run.requests().failed();
    }
}
