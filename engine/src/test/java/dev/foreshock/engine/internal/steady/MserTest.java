package dev.foreshock.engine.internal.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MserTest {
    @Test
    void deletesTheStepThatTheSeriesBeginsWith() {
        double[] series =
                IntStream.range(0, 500).mapToDouble(i -> i < 60 ? 9 : i % 2).toArray();
        assertThat(Mser.of(series)).isEqualTo(new Mser(60, true));
    }

    @Test
    void deletesNothingOfAConstant() {
        assertThat(Mser.of(new double[100])).isEqualTo(new Mser(0, true));
    }

    @Test
    void findsNoEndInASeriesThatGrowsForever() {
        assertThat(Mser.of(IntStream.range(0, 500).asDoubleStream().toArray())).isEqualTo(new Mser(250, false));
    }

    @Test
    void deletesLittleOfWhiteNoise() {
        SplittableRandom random = new SplittableRandom(5);
        double[] deleted = IntStream.range(0, 200)
                .mapToDouble(i -> Mser.of(noise(random, 1000)).deleted())
                .sorted()
                .toArray();
        assertThat(deleted[100]).isLessThanOrEqualTo(100);
    }

    @Test
    void agreesWithTheFormulaWrittenOut() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            double[] series = noise(random, 20 + random.nextInt(200));
            double start = random.nextDouble() * 5;
            double ebbs = 1 + random.nextInt(60);
            for (int i = 0; i < series.length; i++) {
                series[i] += start * Math.exp(-i / ebbs);
            }
            int written = written(series);
            assertThat(Mser.of(series)).isEqualTo(new Mser(5 * written, written < series.length / 5 / 2));
        }
    }

    @Test
    void refusesWhatCannotBeSearched() {
        assertThatThrownBy(() -> Mser.of(new double[19])).hasMessageContaining("at least 20 observations");
        double[] broken = new double[20];
        broken[3] = Double.NaN;
        assertThatThrownBy(() -> Mser.of(broken)).hasMessageContaining("number 3 was NaN");
    }

    private static double[] noise(SplittableRandom random, int length) {
        return IntStream.range(0, length).mapToDouble(i -> random.nextDouble()).toArray();
    }

    /** The definition, each mean and sum from scratch. */
    private static int written(double... series) {
        double[] y = IntStream.range(0, series.length / 5)
                .mapToDouble(
                        i -> Arrays.stream(series, 5 * i, 5 * i + 5).average().orElseThrow())
                .toArray();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d <= y.length / 2; d++) {
            double mean = Arrays.stream(y, d, y.length).average().orElseThrow();
            double error = Arrays.stream(y, d, y.length)
                            .map(v -> (v - mean) * (v - mean))
                            .sum()
                    / Math.pow(y.length - d, 2);
            if (error < least) {
                least = error;
                best = d;
            }
        }
        return best;
    }
}
