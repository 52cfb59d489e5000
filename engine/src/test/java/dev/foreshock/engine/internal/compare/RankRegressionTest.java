package dev.foreshock.engine.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankRegressionTest {
    private static double[] noise(SplittableRandom random, int n) {
        return random.doubles(n).toArray();
    }

    @Test
    void sharesNeverAddUpToMoreThanAllExplain() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            double[] first = noise(random, 40);
            double[] second = noise(random, 40);
            double[] other = noise(random, 40);
            double[] figure = new double[40];
            for (int i = 0; i < figure.length; i++) {
                figure[i] = first[i] - second[i] + 2 * other[i];
            }
            RankRegression regression = RankRegression.of(new double[][] {first, second}, figure);

            assertThat(regression).isNotNull();
            assertThat(regression.shares()).allMatch(share -> share >= 0);
            assertThat(regression.shares().get(0) + regression.shares().get(1))
                    .isLessThanOrEqualTo(regression.explained() + 1e-12);
        }
    }

    /** The variance of a sum of independent numbers is the sum of their variances: 16, 4 and 1 parts of 21. */
    @Test
    void sharesOfASumAreThoseOfItsVariances() {
        SplittableRandom random = new SplittableRandom(8);
        int n = 20_000;
        double[][] knobs = {noise(random, n), noise(random, n), noise(random, n)};
        double[] figure = new double[n];
        for (int i = 0; i < n; i++) {
            figure[i] = 4 * knobs[0][i] - 2 * knobs[1][i] + knobs[2][i];
        }
        RankRegression regression = RankRegression.of(knobs, figure);

        assertThat(regression).isNotNull();
        assertThat(regression.shares().get(0)).isCloseTo(16 / 21.0, within(0.03));
        assertThat(regression.shares().get(1)).isCloseTo(4 / 21.0, within(0.03));
        assertThat(regression.shares().get(2)).isCloseTo(1 / 21.0, within(0.03));
    }

    @Test
    void whatHasNoPartInItHasNoShare() {
        SplittableRandom random = new SplittableRandom(9);
        double[] deciding = noise(random, 200);
        RankRegression regression = RankRegression.of(new double[][] {deciding, noise(random, 200)}, deciding);

        assertThat(regression).isNotNull();
        assertThat(regression.shares().get(0)).isCloseTo(1, within(1e-6));
        assertThat(regression.shares().get(1)).isCloseTo(0, within(1e-6));
    }
}
