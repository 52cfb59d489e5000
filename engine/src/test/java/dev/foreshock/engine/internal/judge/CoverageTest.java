package dev.foreshock.engine.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Intervals of 95 % cover the truth in 95 % of experiments, and looking often does not make verdicts err more. */
class CoverageTest {
    /** A few experiments with wide bounds. */
    @Nested
    class InShort extends Cases {
        InShort() {
            super(200, 400, 4, 0.045);
        }
    }

    /** As many as tell 93 % from 95 %. */
    @Nested
    @Tag("fidelity")
    class InFull extends Cases {
        InFull() {
            super(2000, 4000, 8, 0.02);
        }
    }

    abstract static class Cases {
        private static final int N = 20;

        private final Experiments experiments;
        private final List<RunResult> pool;
        private final int looks;
        private final double tolerance;

        Cases(int times, int runs, int looks, double tolerance) {
            experiments = new Experiments(times);
            pool = Experiments.pool(runs);
            this.looks = looks;
            this.tolerance = tolerance;
        }

        private static double exponential(SplittableRandom random) {
            return -Math.log(1 - random.nextDouble());
        }

        private static double normal(SplittableRandom random) {
            return Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random.nextDouble());
        }

        private static Estimate share(double... zerosAndOnes) {
            return Estimate.share((int) Arrays.stream(zerosAndOnes).sum(), zerosAndOnes.length);
        }

        private ToDoubleFunction<SplittableRandom> drawn(ToDoubleFunction<RunResult> figure) {
            double[] figures = pool.stream().mapToDouble(figure).toArray();
            return random -> figures[random.nextInt(figures.length)];
        }

        private double mean(ToDoubleFunction<RunResult> figure) {
            return pool.stream().mapToDouble(figure).average().orElseThrow();
        }

        private static double p99(RunResult run) {
            return Objects.requireNonNull(run.responseTimes()).p99();
        }

        private void covers(double coverage) {
            assertThat(coverage).isBetween(0.95 - tolerance, 0.95 + tolerance);
        }

        @Test
        void studentsIntervalOfNormalSamples() {
            covers(experiments.coverage(0, N, Cases::normal, Estimate::mean));
        }

        /** Means of skewed samples are skewed as well: of 20 exponential ones, 92 % are covered; of 80, 94 %. */
        @Test
        void studentsIntervalOfExponentialSamplesIsALittleTooNarrow() {
            double few = experiments.coverage(1, N, Cases::exponential, Estimate::mean);
            assertThat(few).isBetween(0.92 - tolerance, 0.92 + tolerance);
            covers(experiments.coverage(1, 4 * N, Cases::exponential, Estimate::mean));
        }

        @Test
        void studentsIntervalOfFiguresOfRuns() {
            covers(experiments.coverage(mean(Experiments::failed), N, drawn(Experiments::failed), Estimate::mean));
            covers(experiments.coverage(mean(Cases::p99), N, drawn(Cases::p99), Estimate::mean));
        }

        @Test
        void wilsonsIntervalOfShares() {
            for (double share : new double[] {0.05, 0.5, 0.9}) {
                int n = 100;
                covers(experiments.coverage(share, n, random -> random.nextDouble() < share ? 1 : 0, Cases::share));
            }
        }

        @Test
        void wilsonsIntervalOfASmallShareOfRuns() {
            ToDoubleFunction<RunResult> many = run -> Experiments.failed(run) > 36 ? 1 : 0;
            covers(experiments.coverage(mean(many), 5 * N, drawn(many), Cases::share));
        }

        @Test
        void orderStatisticsOfTheMedian() {
            covers(experiments.coverage(Math.log(2), N, Cases::exponential, Estimate::median));
            double[] times = pool.stream().mapToDouble(Cases::p99).sorted().toArray();
            double median = times[times.length / 2];
            covers(experiments.coverage(median, N, drawn(Cases::p99), Estimate::median));
        }

        @Test
        void looksAtAClaimThatIsExactlyTrueDecideItRarely() {
            Claim failed = Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(mean(Experiments::failed)));
            assertThat(experiments.decided(failed, pool, looks)).isBetween(0.005, 0.05);
            double median = pool.stream().mapToDouble(Cases::p99).average().orElseThrow();
            Claim times = Claim.of(Measure.RESPONSE_P99, Comparison.AT_MOST, Limit.of(median));
            assertThat(experiments.decided(times, pool, looks)).isBetween(0.005, 0.05);
        }

        @Test
        void looksAtAShareThatIsExactlyTrueDecideItRarely() {
            for (int limit : new int[] {30, 38, 42}) {
                double share = mean(run -> Experiments.failed(run) <= limit ? 1 : 0);
                Claim failed = Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(limit))
                        .inShare(new Percent(share));
                assertThat(experiments.decided(failed, pool, looks))
                        .as("held in %s", share)
                        .isBetween(0.0, 0.05);
            }
        }

        @Test
        void oneLookAfterAnotherAtFullErrorWouldErrMoreOften() {
            Claim failed = Claim.of(Measure.REQUESTS_FAILED, Comparison.AT_MOST, Limit.of(mean(Experiments::failed)));
            assertThat(experiments.decidedWithoutSpending(failed, pool, looks)).isGreaterThan(0.06);
        }
    }
}
