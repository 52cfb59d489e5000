package dev.foreshock.engine.internal.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchMeansTest {
    private static final int EXPERIMENTS = 1000;

    @Test
    void trustsWhatHangsTogetherForFarLessThanABatch() {
        assertThat(trusted(0.5, 320)).isGreaterThan(0.98);
    }

    @Test
    void doesNotTrustWhatHangsTogetherForLongerThanABatch() {
        assertThat(trusted(0.98, 1)).isLessThan(0.02);
    }

    @Test
    void coversTheMeanAsOftenAsItSaysWhereTrusted() {
        Random random = new Random(3);
        int trusted = 0;
        int covered = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            BatchMeans batches = BatchMeans.of(autoregressive(random, 0.5, 1));
            trusted += batches.isTrusted() ? 1 : 0;
            covered += batches.isTrusted()
                            && batches.mean().low() <= 0
                            && batches.mean().high() >= 0
                    ? 1
                    : 0;
        }
        assertThat(trusted).isGreaterThan(EXPERIMENTS / 4);
        assertThat((double) covered / trusted).isBetween(0.90, 0.98);
    }

    @Test
    void asksForALongerSeriesWhereShortBatchesHangTogether() {
        BatchMeans growing =
                BatchMeans.of(IntStream.range(0, 320).asDoubleStream().toArray());
        assertThat(growing.isTrusted()).isFalse();
        assertThat(growing.factor()).isEqualTo(8);
        assertThat(growing.correlation()).isGreaterThan(0.7);
        assertThat(growing.mean().value()).isCloseTo(159.5, within(1e-9));
    }

    @Test
    void takesAConstantForWhatItIs() {
        BatchMeans constant =
                BatchMeans.of(IntStream.range(0, 320).mapToDouble(i -> 2).toArray());
        assertThat(constant.isTrusted()).isTrue();
        assertThat(constant.mean().halfWidth()).isZero();
        assertThat(constant.correlation()).isZero();
    }

    @Test
    void refusesAnotherNumberOfParts() {
        assertThatThrownBy(() -> BatchMeans.of(1, 2)).hasMessageContaining("320 parts, but came in 2");
    }

    private static double trusted(double memory, int perPart) {
        Random random = new Random(1);
        return IntStream.range(0, 200)
                        .filter(i -> BatchMeans.of(autoregressive(random, memory, perPart))
                                .isTrusted())
                        .count()
                / 200.0;
    }

    /** Means of parts of {@code y(i) = memory y(i-1) + noise}, whose mean is 0. */
    private static double[] autoregressive(Random random, double memory, int perPart) {
        double[] parts = new double[BatchMeans.SHORTEST];
        double y = random.nextGaussian() / Math.sqrt(1 - memory * memory);
        for (int part = 0; part < parts.length; part++) {
            for (int i = 0; i < perPart; i++) {
                y = memory * y + random.nextGaussian();
                parts[part] += y / perPart;
            }
        }
        return parts;
    }
}
