package dev.foreshock.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.random.KeyedRandom;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void theMeanHasStudentsInterval() {
        // t(0.975; 4) = 2.776445, s = 1.581139
        Estimate estimate = Estimate.mean(1, 2, 3, 4, 5);
        assertThat(estimate.value()).isEqualTo(3);
        assertThat(estimate.halfWidth()).isCloseTo(2.776445 * 1.5811388 / Math.sqrt(5), within(1e-5));
        assertThat(estimate.n()).isEqualTo(5);
        assertThat(Estimate.mean(2, 4).halfWidth()).as("t(0.975; 1) = 12.7062").isCloseTo(12.7062, within(1e-3));
    }

    @Test
    void oneSampleIsItself() {
        assertThat(Estimate.mean(7)).isEqualTo(new Estimate(7, 7, 7, 1));
    }

    @Test
    void aShareHasWilsonsInterval() {
        Estimate some = Estimate.share(15, 20);
        assertThat(some.low()).isCloseTo(0.531299, within(1e-6));
        assertThat(some.high()).isCloseTo(0.888138, within(1e-6));
        Estimate all = Estimate.share(20, 20);
        assertThat(all.low()).isCloseTo(0.838875, within(1e-6));
        assertThat(all.high()).isEqualTo(1);
        Estimate none = Estimate.share(0, 10);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.277533, within(1e-6));
    }

    @Test
    void theMedianOfTwentyLiesBetweenTheSixthAndTheFifteenth() {
        double[] samples = new double[20];
        for (int i = 0; i < 20; i++) {
            samples[i] = 20 - i;
        }
        // P(6 <= B <= 14) = 0.9586 for B ~ Binomial(20, 1/2); Hahn and Meeker 1991, table A.15a
        assertThat(Estimate.median(samples)).isEqualTo(new Estimate(10.5, 6, 15, 20));
        assertThat(Estimate.quantile(0.95, 0.9, samples))
                .isEqualTo(new Estimate(18.5, 15, Double.POSITIVE_INFINITY, 20));
    }

    @Test
    void fiveSamplesSayNothingSureOfTheMedian() {
        Estimate five = Estimate.median(1, 2, 3, 4, Double.POSITIVE_INFINITY);
        assertThat(five.value()).isEqualTo(3);
        assertThat(five.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(five.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Estimate.median(6, 5, 4, 3, 2, 1)).isEqualTo(new Estimate(3.5, 1, 6, 6));
    }

    @Test
    void anExactShareHasClopperAndPearsonsInterval() {
        Estimate all = Estimate.exactShare(0.95, 20, 20);
        assertThat(all.low()).as("0.025^(1/20)").isCloseTo(Math.pow(0.025, 0.05), within(1e-7));
        assertThat(all.high()).isEqualTo(1);
        Estimate some = Estimate.exactShare(0.95, 15, 20);
        assertThat(some.low()).isCloseTo(0.508954, within(1e-5));
        assertThat(some.high()).isCloseTo(0.913429, within(1e-5));
        assertThat(Estimate.exactShare(0.95, 0, 20).low()).isZero();
    }

    @Test
    void intervalsCoverAsOftenAsTheySay() {
        KeyedRandom random = new KeyedRandom();
        int covered = 0;
        for (int round = 0; round < 2000; round++) {
            double[] samples = new double[8];
            for (int i = 0; i < 8; i++) {
                samples[i] = 10 + random.at(99, round * 8L + i).gaussian();
            }
            Estimate estimate = Estimate.mean(samples);
            covered += estimate.low() <= 10 && 10 <= estimate.high() ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(0.935, 0.965);
    }

    @Test
    void nothingCannotBeEstimated() {
        assertThatThrownBy(() -> Estimate.mean()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Estimate.share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
