package dev.foreshock.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.random.KeyedRandom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LawTest {
    private final KeyedRandom random = new KeyedRandom();

    private double[] draw(TimeLaw law, int n) {
        TimeSampler sampler = law.sampler();
        double[] seconds = new double[n];
        for (int key = 0; key < n; key++) {
            long nanos = sampler.nextNanos(random.at(42, key));
            assertThat(nanos).isNotNegative();
            seconds[key] = nanos / 1e9;
        }
        return seconds;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double cv(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                                .map(value -> (value - mean) * (value - mean))
                                .sum()
                        / values.length)
                / mean;
    }

    @Test
    void lognormalHasItsMeanAndSpread() {
        double[] values = draw(Lognormal.withCv(Duration.ofMillis(200), 1.5), 400_000);
        assertThat(mean(values)).isCloseTo(0.2, within(0.003));
        assertThat(cv(values)).isCloseTo(1.5, within(0.06));
    }

    @Test
    void lognormalHasItsQuantile() {
        double[] values = draw(Lognormal.withP99(Duration.ofMillis(100), Duration.ofMillis(400)), 400_000);
        Arrays.sort(values);
        assertThat(mean(values)).isCloseTo(0.1, within(0.001));
        assertThat(values[396_000]).isCloseTo(0.4, within(0.01));
        double[] p90 = draw(new Lognormal(Duration.ofMillis(100), null, Duration.ofMillis(200), null), 400_000);
        Arrays.sort(p90);
        assertThat(p90[360_000]).isCloseTo(0.2, within(0.003));
    }

    @Test
    void lognormalWithoutSpreadIsFixed() {
        assertThat(Arrays.stream(draw(Lognormal.withCv(Duration.ofMillis(200), 0), 100)))
                .allMatch(value -> Math.abs(value - 0.2) < 1e-8);
        assertThat(Arrays.stream(draw(Lognormal.withP99(Duration.ofMillis(200), Duration.ofMillis(200)), 100)))
                .allMatch(value -> Math.abs(value - 0.2) < 1e-8);
    }

    @Test
    void anImpossibleQuantileIsAProblem() {
        assertThat(Inspector.inspect(Lognormal.withP99(Duration.ofMillis(100), Duration.ofMillis(99))))
                .hasSize(1);
        assertThat(Inspector.inspect(Lognormal.withP99(Duration.ofMillis(100), Duration.ofMillis(1495))))
                .isEmpty();
        assertThat(Inspector.inspect(Lognormal.withP99(Duration.ofMillis(100), Duration.ofMillis(1500))))
                .hasSize(1);
        assertThat(Inspector.inspect(new Lognormal(Duration.ofMillis(100), 1.0, null, Duration.ofSeconds(1))))
                .hasSize(1);
        assertThat(Inspector.inspect(new Lognormal(Duration.ofMillis(100), null, null, null)))
                .hasSize(1);
    }

    @Test
    void unboundedLawsStayWithinWhatCanBeAddedToATime() {
        double most = TimeSampler.MOST_NANOS / 1e9;
        assertThat(Arrays.stream(draw(new Exponential(Duration.ofDays(3650)), 100_000)))
                .allMatch(value -> value <= most);
        assertThat(Arrays.stream(draw(Lognormal.withCv(Duration.ofDays(3650), 100), 100_000)))
                .allMatch(value -> value <= most);
    }

    @Test
    void uniformFillsItsRange() {
        double[] values = draw(new Uniform(Duration.ofSeconds(5), Duration.ofSeconds(30)), 100_000);
        assertThat(mean(values)).isCloseTo(17.5, within(0.1));
        assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(5.0, 5.01);
        assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(29.99, 30.0);
        assertThat(draw(new Uniform(Duration.ofSeconds(5), Duration.ofSeconds(5)), 10))
                .containsOnly(5.0);
    }

    @Test
    void geometricCountsFromOne() {
        Geometric law = new Geometric(4);
        int[] counts = new int[1000];
        double sum = 0;
        for (int key = 0; key < 200_000; key++) {
            int count = law.next(random.at(7, key));
            counts[Math.min(999, count)]++;
            sum += count;
        }
        assertThat(counts[0]).isZero();
        assertThat(counts[1] / 200_000.0).isCloseTo(0.25, within(0.005));
        assertThat(counts[3] / 200_000.0).isCloseTo(0.25 * 0.75 * 0.75, within(0.005));
        assertThat(sum / 200_000).isCloseTo(4, within(0.05));
        assertThat(new Geometric(1).next(random.at(7, 1))).isEqualTo(1);
        assertThat(new Geometric(1 + 1e-15).next(random.at(7, 1))).isEqualTo(1);
    }
}
