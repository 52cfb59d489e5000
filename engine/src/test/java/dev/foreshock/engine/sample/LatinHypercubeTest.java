package dev.foreshock.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 40, 80, 640})
    void everyPartOfTheIntervalHasExactlyOneDraw(int size) {
        for (long seed = 0; seed < 20; seed++) {
            boolean[] seen = new boolean[size];
            for (double draw : LatinHypercube.column(seed, "peak", size)) {
                assertThat(draw).isGreaterThanOrEqualTo(0).isLessThan(1);
                int part = (int) (draw * size);
                assertThat(seen[part]).as("seed %d, part %d", seed, part).isFalse();
                seen[part] = true;
            }
        }
    }

    @Test
    void moreDrawsKeepTheFirstOnes() {
        double[] few = LatinHypercube.column(7, "peak", 13);
        double[] many = LatinHypercube.column(7, "peak", 200);

        assertThat(many).startsWith(few);
        assertThat(few).hasSize(13);
    }

    @Test
    void aColumnHangsOnTheSeedAndItsNameOnly() {
        assertThat(LatinHypercube.column(7, "peak", 20)).isEqualTo(LatinHypercube.column(7, "peak", 20));
        assertThat(LatinHypercube.column(8, "peak", 20)).isNotEqualTo(LatinHypercube.column(7, "peak", 20));
        assertThat(LatinHypercube.column(7, "hold", 20)).isNotEqualTo(LatinHypercube.column(7, "peak", 20));
    }

    @Test
    void columnsHaveNothingToDoWithEachOther() {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < 200; i++) {
            double correlation = new PearsonsCorrelation()
                    .correlation(LatinHypercube.column(1, "a" + i, 80), LatinHypercube.column(1, "b" + i, 80));
            sum += correlation;
            most = Math.max(most, Math.abs(correlation));
        }
        assertThat(Math.abs(sum / 200)).isLessThan(4 / Math.sqrt(80 * 200));
        assertThat(most).isLessThan(4.5 / Math.sqrt(80));
    }

    @Test
    void theMeanOfASmoothFunctionIsFarCloserThanWithPlainDraws() {
        double squares = 0;
        for (int seed = 0; seed < 200; seed++) {
            double sum = 0;
            for (double draw : LatinHypercube.column(seed, "peak", 40)) {
                sum += draw * draw;
            }
            squares += (sum / 40 - 1.0 / 3) * (sum / 40 - 1.0 / 3);
        }
        double plain = (1.0 / 5 - 1.0 / 9) / 40; // the variance of the mean of 40 independent draws of u squared

        assertThat(squares / 200).isLessThan(plain / 50);
    }

    @Test
    void aNegativeNumberOfDrawsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatinHypercube.column(1, "peak", -1))
                .withMessage("draws must not be negative, but were -1");
    }
}
