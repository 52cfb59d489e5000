package dev.foreshock.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Draws against the distributions of Commons Math: the Kolmogorov-Smirnov test on 20 000 draws from a fixed seed. */
class GoodnessOfFitTest {
    private static final int DRAWS = 20_000;
    private static final Duration MEAN = Duration.ofMillis(200);

    private static double[] draws(TimeLaw law, int n) {
        TimeSampler sampler = law.sampler();
        KeyedRandom random = new KeyedRandom();
        double[] seconds = new double[n];
        for (int key = 0; key < n; key++) {
            seconds[key] = sampler.nextNanos(random.at(1177, key)) / 1e9;
        }
        return seconds;
    }

    private static void expect(TimeLaw law, RealDistribution truth) {
        assertThat(Inspector.inspect(law)).isEmpty();
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(truth, draws(law, DRAWS));
        assertThat(p).as("p of %s", law).isGreaterThan(0.01);
        assertThat(law.mean()).isEqualTo(MEAN);
    }

    private static double cv(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / values.length) / mean;
    }

    @Test
    void lawsAreThoseOfTheTextbook() {
        expect(new Exponential(MEAN), new ExponentialDistribution(0.2));
        expect(new Erlang(MEAN, 4), new GammaDistribution(4, 0.05));
        expect(new Gamma(MEAN, 0.4), new GammaDistribution(6.25, 0.032));
        expect(new Gamma(MEAN, 2), new GammaDistribution(0.25, 0.8));
        expect(new Pareto(MEAN, 2.5), new ParetoDistribution(0.12, 2.5));
        expect(
                new Weibull(MEAN, 0.7),
                new WeibullDistribution(0.7, 0.2 / org.apache.commons.math3.special.Gamma.gamma(1 + 1 / 0.7)));
        expect(
                Lognormal.withCv(MEAN, 1.5),
                new LogNormalDistribution(Math.log(0.2) - Math.log(3.25) / 2, Math.sqrt(Math.log(3.25))));
        expect(new Uniform(Duration.ofMillis(50), Duration.ofMillis(350)), new UniformRealDistribution(0.05, 0.35));
    }

    @Test
    void anErlangLawOfOnePhaseIsExponential() {
        assertThat(draws(new Erlang(MEAN, 1), 1000)).isEqualTo(draws(new Exponential(MEAN), 1000));
    }

    @Test
    void hyperexponentialHasItsMeanAndSpread() {
        double[] values = draws(new Hyperexponential(MEAN, 3), 2_000_000);
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0.2, within(0.002));
        assertThat(cv(values)).isCloseTo(3, within(0.03));
        assertThat(draws(new Hyperexponential(MEAN, 1), 1000)).isEqualTo(halvesOf(MEAN));
    }

    /** With a coefficient of variation of 1 both branches are the same exponential law. */
    private static double[] halvesOf(Duration mean) {
        Exponential same = new Exponential(mean);
        return draws(
                new Mixture(Map.of(
                        "first", new Mixture.Part(Percent.of(50), same),
                        "second", new Mixture.Part(Percent.of(50), same))),
                1000);
    }

    @Test
    void aMixtureChoosesByShare() {
        Mixture slowOnes =
                Mixture.of(Percent.of(99), new Fixed(Duration.ofMillis(10)), new Fixed(Duration.ofMillis(1000)));
        double[] values = draws(slowOnes, 1_000_000);
        assertThat(slowOnes.mean()).isEqualTo(Duration.ofNanos(19_900_000));
        assertThat(Arrays.stream(values).filter(value -> value == 1.0).count()).isBetween(9_700L, 10_300L);
    }

    @Test
    void sharesOfAMixtureMustAddUp() {
        Mixture.Part part = new Mixture.Part(Percent.of(60), new Fixed(MEAN));
        assertThat(Inspector.inspect(new Mixture(Map.of("a", part, "b", part)))).hasSize(1);
    }

    @Test
    void heavyTailsStayWithinWhatCanBeAddedToATime() {
        for (TimeLaw law : new TimeLaw[] {
            new Pareto(Duration.ofDays(3650), 1.01),
            new Weibull(Duration.ofDays(3650), 0.1),
            new Gamma(Duration.ofDays(3650), 100),
            new Hyperexponential(Duration.ofDays(3650), 100)
        }) {
            assertThat(Arrays.stream(draws(law, 100_000)))
                    .as("%s", law)
                    .allMatch(value -> value >= 0 && value <= TimeSampler.MOST_NANOS / 1e9);
        }
    }
}
